using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>A TTree that is being written, column by column, in batches of any number of entries.</summary>
/// <remarks>
/// <para>Make the columns, append the values of some entries to each, and call <see cref="Fill"/>; again until all is there, then
/// <see cref="Complete"/>, or leave that to the file. How the entries are divided into batches changes no byte of the file.</para>
/// <para>One cluster is held in memory. Not thread-safe, and one tree at a time compresses; several trees of a file may be filled in turn.</para>
/// </remarks>
public sealed partial class TreeWriter : IOpenContent
{
    private readonly List<TreeColumn> _columns = [];
    private readonly Dictionary<string, TreeColumn> _byName = new(StringComparer.Ordinal);
    private readonly ClusterSizes _clusters = new();
    private readonly short _cycle;
    private long? _clusterEntries;
    private bool _isComplete;

    internal TreeWriter(RootFileWriter file, string path, TreeOptions options)
    {
        options.Require();
        (File, Options, _clusterEntries) = (file, options, options.ClusterEntries);
        Compression = options.Compression ?? file.Options.ForData;
        (Folder, Name, _cycle) = file.Announce(path);
        file.Add(this);
    }

    /// <summary>Name of the tree, without directories.</summary>
    public string Name { get; }

    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<TreeColumn> Columns => _columns;

    /// <summary>fTreeIndex as the record has it, its pointer too; null for a tree without one. To be set before <see cref="Complete"/>.</summary>
    internal byte[]? Index { get; set; }

    /// <summary>Entries so far.</summary>
    public long Entries { get; private set; }

    internal RootFileWriter File { get; }

    internal TreeOptions Options { get; }

    internal Compression Compression { get; }

    internal WrittenDirectory Folder { get; }

    internal ObjectWriter KeyWriter { get; } = new();

    /// <summary>Entries that are not handed over yet.</summary>
    internal int WaitingEntries { get; private set; }

    /// <summary>Makes a column.</summary>
    /// <param name="name">Name of the branch.</param>
    /// <param name="counter">For one list per entry: the column with their lengths, such as <c>nJet</c>. It is made if there is none of the name.</param>
    /// <param name="title">Title of the branch; in NanoAOD what the column means. Without it ROOT's, such as <c>Jet_pt[nJet]/F</c>.</param>
    /// <param name="dimensions">Fixed dimensions of each element, such as 2 and 3 for <c>[2][3]</c>.</param>
    /// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
    /// <exception cref="ArgumentException">The name is taken, the counter is none, or a tree has no such type.</exception>
    /// <exception cref="InvalidOperationException">The tree has entries.</exception>
    public ColumnWriter<T> Column<T>(string name, string? counter = null, string title = "", params int[] dimensions) where T : unmanaged
    {
        if (Array.Exists(dimensions, dimension => dimension < 1)) throw new ArgumentException($"column \"{name}\": a dimension has at least one element");
        var counting = counter is null ? null
            : !_byName.TryGetValue(counter, out var known) ? Counter(counter)
            : known as CounterColumn ?? throw new ArgumentException($"column \"{name}\": \"{counter}\" is a column, but no counter");
        return Add(new ColumnWriter<T>(this, name, title, counting, dimensions));
    }

    /// <summary>Makes a column of lengths, which those of lists name as theirs.</summary>
    /// <param name="name">Name of the branch, such as <c>nJet</c>.</param>
    /// <param name="title">Title of the branch.</param>
    /// <param name="isUnsigned">Whether ROOT reads it as unsigned, as in NanoAOD before version 10.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    /// <exception cref="InvalidOperationException">The tree has entries.</exception>
    public CounterColumn Counter(string name, string title = "", bool isUnsigned = false) => Add(new CounterColumn(this, name, title, isUnsigned));

    /// <summary>Makes a column with a string per entry.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    /// <exception cref="InvalidOperationException">The tree has entries.</exception>
    public StringColumn Strings(string name, string title = "") => Add(new StringColumn(this, name, title));

    /// <summary>Ends a batch: what was appended to the columns are so many entries.</summary>
    /// <exception cref="ArgumentException">A column has too many or too few values.</exception>
    /// <exception cref="Errors.OutputException">The disk is full; the file can then only be disposed.</exception>
    public void Fill(int entries)
    {
        RequireOpen();
        ArgumentOutOfRangeException.ThrowIfNegative(entries);
        var waiting = WaitingEntries + entries;
        foreach (var column in _columns)
            if (column.Check(waiting) is { } problem) throw new ArgumentException(problem);
        WaitingEntries = waiting;
        Entries += entries;
        File.Guarded(CutClusters);
        foreach (var column in _columns) column.EndBatch(WaitingEntries);
    }

    /// <summary>Writes what is still held, and the tree itself. Done by <see cref="RootFileWriter.Complete"/> for trees that are open.</summary>
    /// <exception cref="ArgumentException">A column has values that were not filled.</exception>
    /// <exception cref="Errors.OutputException">The disk is full; the file can then only be disposed.</exception>
    public void Complete()
    {
        if (_isComplete) return;
        foreach (var column in _columns)
            if (column.Check(WaitingEntries) is { } problem) throw new ArgumentException($"{problem}; Fill ends a batch");
        File.Guarded(() =>
        {
            if (WaitingEntries > 0) Cut(WaitingEntries);
            File.Queue.Drain();
            WriteTree();
        });
        Abandon();
    }

    void IOpenContent.Abandon() => Abandon();

    internal void RequireOpen()
    {
        if (_isComplete) throw new InvalidOperationException($"tree \"{Name}\" is complete");
    }

    internal void Submit(PendingBasket basket) => File.Queue.Submit(basket);

    private void Abandon()
    {
        _isComplete = true;
        foreach (var column in _columns) column.Release();
    }

    private T Add<T>(T column) where T : TreeColumn
    {
        RequireOpen();
        if (Entries > 0) throw new InvalidOperationException($"tree \"{Name}\" has entries; make the column \"{column.Name}\" before the first");
        if (!_byName.TryAdd(column.Name, column)) throw new ArgumentException($"tree \"{Name}\" has a column \"{column.Name}\" already");
        _columns.Add(column);
        return column;
    }

    private void CutClusters()
    {
        while (WaitingEntries > 0 && NextCluster() is { } entries) Cut(entries);
    }

    // The entries of the next cluster, if they are there.
    private int? NextCluster()
    {
        if (Options.ClusterEntries is { } given) return WaitingEntries >= given ? given : null;
        // Sizes of entries may change: a later cluster may have four times the bytes of the first, not more.
        var limit = _clusterEntries is null ? Options.ClusterBytes : 4 * Options.ClusterBytes;
        if (BytesOf(WaitingEntries) < limit) return _clusterEntries <= WaitingEntries ? (int)_clusterEntries : null;
        var (low, high) = (1, WaitingEntries);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (BytesOf(middle) >= limit) high = middle;
            else low = middle + 1;
        }
        if (low >= _clusterEntries) return (int)_clusterEntries;
        _clusterEntries = low;
        return low;
    }

    private long BytesOf(int entries)
    {
        var bytes = 0L;
        foreach (var column in _columns) bytes += column.BytesOf(entries);
        return bytes;
    }

    private void Cut(int entries)
    {
        foreach (var column in _columns) column.Cut(entries);
        foreach (var column in _columns) column.AfterCut(entries);
        _clusters.Add(entries);
        WaitingEntries -= entries;
    }
}
