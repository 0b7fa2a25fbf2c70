using System.Buffers.Binary;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Walks the file record by record: each begins where the one before ends. Compares them with what directories, trees and the list of gaps say.</summary>
internal sealed class RecordWalk(RootFile file, Findings findings)
{
    private const int SmallestKey = 26, LocalHead = 4096, RemoteHead = 256 * 1024, LargestHead = short.MaxValue;

    private readonly SortedDictionary<string, (long Count, long Bytes, long First)> _unknown = new(StringComparer.Ordinal);
    private (long Count, long Bytes, long First) _unmarked;
    private byte[] _window = [];
    private long _windowAt;
    private long[] _starts = [];
    private long[] _inside = [];
    private (long From, long To)[] _free = [];

    public void Run()
    {
        findings.RecordStarts.Sort();
        findings.Inside.Sort();
        (_starts, _inside) = ([.. findings.RecordStarts], [.. findings.Inside]);
        _free = ReadFree();
        var end = file.IsRecovered ? file.Length : file.Header.End;
        if (file.Length > end) findings.Note($"{file.Length - end} bytes follow behind the end of the file at byte {end}");
        for (var position = (long)file.Header.Begin; position < end;) position = Step(position, end);
        NoteUnknown();
        if (_unmarked.Count > 0)
            findings.Note($"{(_unmarked.Count == 1 ? $"a gap of {_unmarked.Bytes} bytes at byte {_unmarked.First} does not say its length" : $"{_unmarked.Count} gaps, {_unmarked.Bytes} bytes together, the first at byte {_unmarked.First}, do not say their length")}: if the file were ever damaged, a search for its records would stop there");
    }

    private (long From, long To)[] ReadFree()
    {
        if (file.IsRecovered) return [];
        try
        {
            return [.. FreeSegments.Read(file).Gaps];
        }
        catch (RistrettoException error) when (findings.IsFinding(error))
        {
            findings.Add(error);
            return [];
        }
    }

    /// <summary>Looks at what starts at a position; returns where the next record starts.</summary>
    private long Step(long position, long end)
    {
        if (end - position < sizeof(int)) return Stray(position, end, $"{end - position} bytes are left behind the last record");
        var total = BinaryPrimitives.ReadInt32BigEndian(Peek(position, sizeof(int)));
        if (total < 0) return Gap(position, -(long)total, end);
        var key = total >= SmallestKey && end - position >= SmallestKey ? Decode(position) : null;
        if (key is null) return Stray(position, end, "no record starts here, where the one before ends");
        var next = position + total;
        findings.Records++;
        if (Between(_starts, position + 1, next) is { } other && key.ClassName != "RBlob" && IsRecord(other))
        {
            if (!findings.HasProblemIn(position, other)) findings.Add(key.Name, position, $"the {key.ClassName} has {total} bytes and so reaches over the record at byte {other}");
            return other;
        }
        if (next > end)
        {
            findings.Add(key.Name, position, $"the {key.ClassName} has {total} bytes, the file ends {next - end} bytes before");
            return end;
        }
        foreach (var gap in _free)
            if (gap.From < next && position < gap.To) findings.Add(key.Name, position, $"the {key.ClassName} lies in bytes {gap.From} to {gap.To}, which the list of free segments gives away: the next change of the file would destroy it");
        if (Between(_starts, position, next) is null && Between(_inside, position, next) is null) CountUnknown(key, position);
        return next;
    }

    private long Gap(long position, long length, long end)
    {
        // A gap of more than 2 GB has its length in the list only.
        foreach (var gap in _free)
            if (gap.From == position && gap.To - gap.From > length) length = gap.To - gap.From;
        if (length > end - position) return Stray(position, end, $"a gap of {length} bytes, the file ends {end - position} bytes behind its start");
        if (Between(_starts, position, position + length) is { } record && IsRecord(record))
        {
            findings.Add(null, position, $"a gap of {length} bytes covers the record at byte {record}");
            return record;
        }
        findings.Gaps++;
        findings.GapBytes += length;
        return position + length;
    }

    /// <summary>Goes on at the next record that something refers to. What lies before is a gap without a length, as uproot leaves them, unless something
    /// refers to it.</summary>
    private long Stray(long position, long end, string reason)
    {
        var next = end;
        for (var i = LowerBound(_starts, position + 1); i < _starts.Length && _starts[i] < end; i++)
        {
            if (!IsRecord(_starts[i])) continue;
            next = _starts[i];
            break;
        }
        if (Between(_starts, position, next) is null && Between(_inside, position, next) is null && !(file.IsRecovered && next == end)) _unmarked = (_unmarked.Count + 1, _unmarked.Bytes + next - position, _unmarked.Count == 0 ? position : _unmarked.First);
        else if (!findings.HasProblemIn(position, next)) findings.Add(null, position, $"{reason}; {(next < end ? $"the walk goes on at byte {next}" : $"nothing is known of the {end - position} bytes from there on")}");
        return next;
    }

    private bool IsRecord(long position) => position >= 0 && position <= file.Length - SmallestKey && Decode(position) is not null;

    /// <summary>The key at a position; null when there is none.</summary>
    private KeyRecord? Decode(long position)
    {
        for (var size = 512; ; size = LargestHead)
        {
            var reader = new BigEndianReader(Peek(position, size), new RecordOrigin(file.Path, null, position));
            try
            {
                var key = KeyRecord.Decode(ref reader);
                return key.SeekKey == position && key.KeyBytes >= SmallestKey && key.ClassName.All(letter => letter is >= ' ' and < '\u007f') ? key : null;
            }
            catch (RootFormatException) when (size < LargestHead)
            {
                // The names may be longer than what was read.
            }
            catch (RootFormatException)
            {
                return null;
            }
        }
    }

    /// <summary>So many bytes, or as many as are left.</summary>
    private ReadOnlySpan<byte> Peek(long position, int size)
    {
        size = (int)Math.Min(size, file.Length - position);
        if (position < _windowAt || position + size > _windowAt + _window.Length)
        {
            var length = (int)Math.Min(Math.Max(size, file.Source.IsRemote ? RemoteHead : LocalHead), file.Length - position);
            if (_window.Length != length) _window = new byte[length];
            file.Source.Read(position, _window);
            _windowAt = position;
        }
        return _window.AsSpan((int)(position - _windowAt), size);
    }

    private void CountUnknown(KeyRecord key, long position)
    {
        var (count, bytes, first) = _unknown.GetValueOrDefault(key.ClassName, (0, 0, position));
        _unknown[key.ClassName] = (count + 1, bytes + key.TotalBytes, first);
    }

    private void NoteUnknown()
    {
        foreach (var (className, (count, bytes, first)) in _unknown)
            findings.Note(count == 1
                ? $"nothing refers to the {className} of {bytes} bytes at byte {first}"
                : $"nothing refers to {count} records of class {className}, {bytes} bytes together, the first at byte {first}");
    }

    /// <summary>The first of ascending positions in a range; null when there is none.</summary>
    private static long? Between(long[] positions, long from, long to)
    {
        var index = LowerBound(positions, from);
        return index < positions.Length && positions[index] < to ? positions[index] : null;
    }

    private static int LowerBound(long[] positions, long value)
    {
        var (low, high) = (0, positions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (positions[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
