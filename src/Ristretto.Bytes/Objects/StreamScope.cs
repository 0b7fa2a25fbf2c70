using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects;

/// <summary>What objects of one record have in common while they are read: class names and objects that later ones refer to, and how deep they are nested.</summary>
/// <param name="classes">The classes of the file.</param>
/// <param name="keyBytes">fKeylen: positions count from the start of the key.</param>
internal sealed class StreamScope(ClassCatalogue classes, int keyBytes)
{
    /// <summary>Objects nested deeper than this are taken for corruption.</summary>
    public const int LargestDepth = 64;

    private readonly Dictionary<int, ObjectRecord> _objects = [];
    private int _depth;

    /// <summary>The classes of the file.</summary>
    public ClassCatalogue Classes => classes;

    /// <summary>Class names that were spelled out before.</summary>
    public ClassTags Tags { get; init; } = new(keyBytes);

    /// <summary>The object whose members are being read: counted arrays find their length in it.</summary>
    public RecordBuffer? Owner { get; set; }

    /// <summary>Forgets class names and objects: each entry of a branch starts anew.</summary>
    /// <param name="keyBytes">fKeylen of the basket.</param>
    public void Reset(int keyBytes)
    {
        Tags.Clear();
        Tags.KeyBytes = keyBytes;
        _objects.Clear();
        (_depth, Owner) = (0, null);
    }

    /// <summary>Goes one level down.</summary>
    public void Enter(ref BigEndianReader reader)
    {
        if (++_depth > LargestDepth) reader.Fail($"objects are nested more than {LargestDepth} deep");
    }

    /// <summary>Comes one level up.</summary>
    public void Leave() => _depth--;

    /// <summary>Reads what a pointer points to: nothing, an object that came before, or the object that follows.</summary>
    public ObjectRecord? ReadPointer(ref BigEndianReader reader)
    {
        var pointer = Tags.Read(ref reader);
        if (!pointer.IsObject) return pointer.IsReference ? _objects.GetValueOrDefault(pointer.Key) : null;
        Enter(ref reader);
        var record = ReadObject(ref reader, pointer.ClassName!, pointer.Key, pointer.End);
        if (pointer.End >= 0)
        {
            if (reader.Position > pointer.End) reader.Fail($"a {pointer.ClassName} is longer than its byte count says");
            reader.Seek(pointer.End);
        }
        Leave();
        return record;
    }

    /// <summary>Reads an object of a class that the bytes or the key name.</summary>
    /// <param name="reader">At the object's header.</param>
    /// <param name="className">Its class.</param>
    /// <param name="key">Key under which later pointers refer to it; 0 when none does.</param>
    /// <param name="end">Position behind it; -1 when not known.</param>
    public ObjectRecord ReadObject(ref BigEndianReader reader, string className, int key, int end)
    {
        var step = classes.StepFor(className, ref reader);
        if (step is null)
        {
            if (end < 0) reader.Fail($"the file does not describe the class {className}, nor say how long the object is");
            Tags.Marks?.Unread ??= className;
            var unread = ObjectRecord.Unread(className, "the file does not describe this class");
            if (key != 0) _objects[key] = unread;
            reader.Seek(end);
            return unread;
        }
        var buffer = step.NewBuffer();
        var record = new ObjectRecord(className, buffer, 0);
        // Known before its members are read: they may point back to it.
        if (key != 0) _objects[key] = record;
        var owner = Owner;
        step.Read(ref reader, this, buffer, 1);
        Owner = owner;
        return record;
    }
}
