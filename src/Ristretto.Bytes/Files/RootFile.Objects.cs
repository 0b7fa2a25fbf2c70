using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Classes;

namespace Ristretto.Bytes.Files;

/// <content>Objects of any class.</content>
public sealed partial class RootFile
{
    private readonly Lock _classesLock = new();
    private ClassCatalogue? _classes;

    /// <summary>Reads an object of any class that the file describes, and of ROOT's own classes.</summary>
    /// <param name="path">Name, path <c>folder/name</c>, or with cycle <c>name;2</c>; without a cycle the highest.</param>
    /// <exception cref="SchemaException">There is no such object, or nothing describes its class; names the nearest.</exception>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public ObjectRecord ReadObject(string path)
    {
        var key = Find(path) ?? throw new SchemaException(Path, $"has no object {path}{NearestNames.Hint(path, AllKeys().Select(entry => entry.Path))}");
        return ReadObject(path, key);
    }

    /// <summary>Reads the object of a key, whose path is for errors.</summary>
    /// <exception cref="SchemaException">Nothing describes its class.</exception>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public ObjectRecord ReadObject(string path, KeyRecord key)
    {
        var reader = new BigEndianReader(ReadPayload(key), Origin(path, key));
        ObjectRecord record;
        try
        {
            record = new StreamScope(Classes, key.KeyBytes).ReadObject(ref reader, key.ClassName, 0, reader.Length);
        }
        catch (Exception error) when (error is OverflowException or OutOfMemoryException)
        {
            throw new RootFormatException(Path, path, key.SeekKey, $"the {key.ClassName} asks for more values than any object of its {key.ObjectBytes} bytes can have", error);
        }
        return record.UnreadReason is { } reason ? throw new SchemaException(Path, $"{path} is a {key.ClassName}: {reason}") : record;
    }

    /// <summary>The classes of the file with their decoding programs; the layouts are read when first asked for.</summary>
    /// <exception cref="RootFormatException">The list of layouts is damaged.</exception>
    internal ClassCatalogue Classes
    {
        get
        {
            lock (_classesLock) return _classes ??= new ClassCatalogue(ReadStreamerInfos());
        }
    }
}
