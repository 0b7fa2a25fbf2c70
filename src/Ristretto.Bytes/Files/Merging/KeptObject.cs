using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>An object that is in all files the same, of whatever class: it is copied byte by byte.</summary>
internal class KeptObject(string path, RootFile file, KeyRecord key, MergeTarget target) : IMergedObject
{
    /// <summary>The object of the first file.</summary>
    protected byte[] Payload { get; } = file.ReadPayload(key);

    /// <summary>Name with directories.</summary>
    protected string Path => path;

    /// <summary>The key in the first file.</summary>
    protected KeyRecord Key => key;

    /// <summary>Path of the first file.</summary>
    protected string FirstFile { get; } = file.Path;

    // References have to be known where the key gets another length; looked for while the file is open.
    private readonly Lazy<RecordMarks> _marks = new(() => MarksOf(path, file, key, target));

    public virtual string Describe() => "the same in all files";

    public virtual void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        if (!file.ReadPayload(other).AsSpan().SequenceEqual(Payload))
            throw new SchemaException(file.Path, $"{path}, a {key.ClassName}, is another than in {FirstFile}, and objects of this class cannot be merged; leave it out with --skip {path}");
    }

    public virtual void Write() => Write(static _ => { });

    /// <summary>Writes the object with changes.</summary>
    /// <param name="edit">Makes the changes.</param>
    /// <param name="grown">Byte counts of the objects that become longer by them; null when none does.</param>
    protected void Write(Action<RecordPatch> edit, IReadOnlyList<(int At, int End)>? grown = null) => target.Writer.WriteCopy(path, key, keyBytes =>
    {
        var marks = keyBytes == key.KeyBytes && grown is null ? new RecordMarks() : _marks.Value;
        marks.Counts.AddRange(grown ?? []);
        var patch = new RecordPatch(Payload, key.KeyBytes, marks);
        edit(patch);
        return patch.Apply(keyBytes);
    });

    /// <summary>Refuses an object of another class.</summary>
    protected void RequireClass(RootFile file, KeyRecord other)
    {
        if (other.ClassName != key.ClassName) throw new SchemaException(file.Path, $"{path} is a {other.ClassName}, in {FirstFile} a {key.ClassName}; leave it out with --skip {path}");
    }

    private static RecordMarks MarksOf(string path, RootFile file, KeyRecord key, MergeTarget target)
    {
        using var again = RootFile.Open(file.Path, target.Connections);
        var reader = new BigEndianReader(again.ReadPayload(key), again.Origin(path, key));
        var marks = new RecordMarks();
        new StreamScope(again.Classes, key.KeyBytes) { Tags = new ClassTags(key.KeyBytes) { Marks = marks } }.ReadObject(ref reader, key.ClassName, 0, reader.Length);
        return marks.Unread is null ? marks : throw new SchemaException(file.Path, $"{path} holds a {marks.Unread} that the file does not describe; it cannot be copied beyond 2 GB; leave it out with --skip {path}");
    }
}
