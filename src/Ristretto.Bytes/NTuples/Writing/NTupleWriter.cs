using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>An RNTuple that is being written, field by field, in batches of any number of entries.</summary>
/// <remarks>
/// <para>Make the fields, append the values of some entries to each, and call <see cref="Fill"/>; again until all is there, then
/// <see cref="Complete"/>, or leave that to the file. How the entries are divided into batches changes no byte of the file.</para>
/// <para>Readable by ROOT 6.34 and newer. Not thread-safe.</para>
/// </remarks>
public sealed partial class NTupleWriter : IOpenContent
{
    private readonly List<NTupleFieldWriter> _fields = [];
    private readonly HashSet<(NTupleFieldWriter?, string)> _names = [];
    private readonly List<WrittenCluster> _clusters = [];
    private readonly ObjectWriter _key = new();
    private readonly WrittenDirectory _folder;
    private readonly short _cycle;
    private int _waitingEntries;
    private bool _isComplete;

    internal NTupleWriter(RootFileWriter file, string path, NTupleOptions options)
    {
        options.Require();
        (File, Options) = (file, options);
        Compression = options.Compression ?? file.Options.ForData;
        (_folder, Name, _cycle) = file.Announce(path);
        file.Add(this);
    }

    /// <summary>Name of the ntuple, without directories.</summary>
    public string Name { get; }

    /// <summary>Entries so far.</summary>
    public long Entries { get; private set; }

    internal RootFileWriter File { get; }

    internal NTupleOptions Options { get; }

    internal Compression Compression { get; }

    internal bool IsCompressed => Compression.Codec != CompressionCodec.None;

    /// <summary>The place of a field; <c>tuple["x"].Of&lt;float&gt;()</c> puts one there.</summary>
    public FieldSlot this[string name] => new(this, null, name);

    /// <summary>A field of numbers or flags, one per entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it means.</param>
    /// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
    /// <exception cref="ArgumentException">The name is taken or cannot be one, or an ntuple has no such type.</exception>
    /// <exception cref="InvalidOperationException">The ntuple has entries.</exception>
    public LeafField<T> Field<T>(string name, string description = "") where T : unmanaged
    {
        var field = this[name].Of<T>();
        field.Description = description;
        return field;
    }

    /// <summary>A collection as in NanoAOD, whose members are also seen as lists of their own.</summary>
    /// <param name="name">Its name, such as <c>Jet</c>.</param>
    /// <param name="counter">Under which name its length is seen; <c>nJet</c> if not said otherwise.</param>
    public CollectionField Collection(string name, string? counter = null) => new(this, name, counter);

    /// <summary>Ends a batch: what was appended to the fields are so many entries.</summary>
    /// <exception cref="ArgumentException">A field has too many or too few values.</exception>
    /// <exception cref="Errors.OutputException">The disk is full; the file can then only be disposed.</exception>
    public void Fill(int entries)
    {
        RequireOpen();
        ArgumentOutOfRangeException.ThrowIfNegative(entries);
        Check(_waitingEntries + entries, "");
        File.Guarded(() =>
        {
            if (Entries == 0) WriteHeader();
            _waitingEntries += entries;
            Entries += entries;
            while (_waitingEntries > 0 && NextCluster() is { } cluster) Cut(cluster);
        });
    }

    /// <summary>Writes what is still held, and the description of all. Done by <see cref="RootFileWriter.Complete"/> for ntuples that are open.</summary>
    /// <exception cref="ArgumentException">A field has values that were not filled.</exception>
    /// <exception cref="Errors.OutputException">The disk is full; the file can then only be disposed.</exception>
    public void Complete()
    {
        if (_isComplete) return;
        Check(_waitingEntries, "; Fill ends a batch");
        File.Guarded(() =>
        {
            if (_waitingEntries > 0) Cut(_waitingEntries);
            File.Queue.Drain();
            WriteHeader();
            WritePageList();
            WriteFooterAndAnchor();
        });
        Abandon();
    }

    void IOpenContent.Abandon() => Abandon();

    internal static void RequireName(string name)
    {
        if (name.Length == 0 || name.AsSpan().IndexOfAny(". /\\") >= 0 || name.Any(char.IsControl))
            throw new ArgumentException($"\"{name}\" cannot be the name of a field: dots, slashes, blanks and control characters are not allowed");
    }

    internal void RequireOpen()
    {
        if (_isComplete) throw new InvalidOperationException($"ntuple \"{Name}\" is complete");
    }

    internal void RequireNoEntries(string field)
    {
        RequireOpen();
        if (_hasHeader) throw new InvalidOperationException($"ntuple \"{Name}\" has entries; make the field \"{field}\" before the first");
    }

    internal void Add(NTupleFieldWriter field)
    {
        if (!_names.Add((field.ParentField, field.Name)))
            throw new ArgumentException($"{(field.ParentField is { } parent ? $"field \"{parent.Name}\"" : $"ntuple \"{Name}\"")} has a field \"{field.Name}\" already");
        (field.ParentField?.SubFields ?? _fields).Add(field);
    }

    /// <summary>A column of list ends, in ROOT's usual encoding.</summary>
    internal WrittenColumn IndexColumn() => new(IsCompressed ? ColumnEncoding.SplitIndex64 : ColumnEncoding.Index64, 64);

    private void Abandon()
    {
        _isComplete = true;
        foreach (var field in _fields) field.Release();
    }

    private void Check(long entries, string remedy)
    {
        foreach (var field in _fields)
            if (field.Source is null && field.Check(entries) is { } problem) throw new ArgumentException(problem + remedy);
    }

    // The entries of the next cluster, if they are there.
    private int? NextCluster()
    {
        if (Options.ClusterEntries is { } given) return _waitingEntries >= given ? given : null;
        if (BytesOf(_waitingEntries) < Options.ClusterBytes) return null;
        var (low, high) = (1, _waitingEntries);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (BytesOf(middle) >= Options.ClusterBytes) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private long BytesOf(int entries)
    {
        var bytes = 0L;
        foreach (var field in _fields)
            if (field.Source is null) bytes += field.BytesOf(entries);
        return bytes;
    }

    private void Cut(int entries)
    {
        var cluster = new WrittenCluster(Entries - _waitingEntries, entries, _columns);
        foreach (var field in _fields)
            if (field.Source is null) field.Cut(cluster, entries);
        File.Queue.Submit(new PendingCluster(this, cluster));
        _clusters.Add(cluster);
        _waitingEntries -= entries;
        if (_clusters.Count < Options.ClustersPerGroup) return;
        File.Queue.Drain();
        WritePageList();
    }
}
