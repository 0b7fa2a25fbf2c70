using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files;

/// <summary>Walks a file record by record and collects the keys of its objects, for files without a list of them.</summary>
internal sealed class RecoveryScan
{
    private const int HeadBytes = 512, LargestHead = short.MaxValue, SmallestKey = 26, SmallestGap = 4;

    private readonly ByteSource _source;
    private readonly Dictionary<long, List<KeyRecord>> _keys = [];

    private RecoveryScan(ByteSource source) => _source = source;

    /// <summary>The record of the class layouts; null when it was not found.</summary>
    public KeyRecord? StreamerInfo { get; private set; }

    /// <summary>Walks from the first record until one makes no sense or the file ends.</summary>
    /// <exception cref="SourceException">The bytes could not be fetched.</exception>
    public static RecoveryScan Of(ByteSource source, FileHeaderRecord header)
    {
        var scan = new RecoveryScan(source);
        var position = (long)header.Begin;
        while (position <= source.Length - SmallestKey && scan.Step(position) is > 0 and var bytes) position += bytes;
        return scan;
    }

    /// <summary>The keys of the directory whose record is at an offset.</summary>
    public IReadOnlyList<KeyRecord> KeysOf(long directory) => _keys.TryGetValue(directory, out var keys) ? keys : [];

    /// <summary>Looks at a record; returns its length, 0 when there is none.</summary>
    private long Step(long position)
    {
        for (var size = HeadBytes; ; size = LargestHead)
        {
            var head = new byte[(int)Math.Min(size, _source.Length - position)];
            _source.Read(position, head);
            var reader = new BigEndianReader(head, new RecordOrigin(_source.Path, "recovery", position));
            var total = reader.ReadInt32();
            if (total < 0) return total > -SmallestGap ? 0 : -(long)total;       // a gap
            if (total == 0) return 0;
            try
            {
                reader.Seek(0);
                var key = KeyRecord.Decode(ref reader);
                if (key.SeekKey != position || key.KeyBytes < SmallestKey || total > _source.Length - position || !IsPrintable(key.ClassName)) return 0;
                Collect(key, position);
                return total;
            }
            catch (RootFormatException) when (size == HeadBytes && head.Length == HeadBytes)
            {
                // The names may be longer than what was read.
            }
            catch (RootFormatException)
            {
                return 0;
            }
        }
    }

    private void Collect(KeyRecord key, long position)
    {
        if (key is { ClassName: "TList", Name: "StreamerInfo" }) StreamerInfo = key;
        if (key.ClassName is "" or "TBasket" or "TFile" or "RBlob" || key is { ClassName: "TList", Name: "StreamerInfo" }) return;
        if (RootDirectory.IsDirectory(key) && !IsDirectoryRecord(key, position)) return;      // its list of keys
        if (!_keys.TryGetValue(key.SeekParent, out var keys)) _keys[key.SeekParent] = keys = [];
        keys.RemoveAll(other => other.Name == key.Name && other.Cycle == key.Cycle);
        keys.Add(key);
    }

    private bool IsDirectoryRecord(KeyRecord key, long position)
    {
        if (key.IsCompressed || key.ObjectBytes < DirectoryRecord.LargestSize) return false;
        var bytes = new byte[DirectoryRecord.LargestSize];
        _source.Read(position + key.KeyBytes, bytes);
        return DirectoryRecord.Decode(bytes, new RecordOrigin(_source.Path, key.Name, position)).SeekDirectory == position;
    }

    private static bool IsPrintable(string name) => name.All(letter => letter is >= ' ' and < '\u007f');
}
