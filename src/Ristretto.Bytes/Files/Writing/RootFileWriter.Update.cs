using System.Buffers.Binary;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Writing;

public sealed partial class RootFileWriter
{
    private readonly List<(long From, long To)> _released = [];

    private bool IsInPlace => _existing is not null && _temporary.Length == 0;

    /// <summary>Goes on writing in an existing file: adds objects, trees and ntuples, replaces and deletes. Gaps that deleted objects left are used again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to write; <see cref="RootWriteOptions.NameTaken"/> says what happens to an object of the same name.</param>
    /// <remarks>A copy of the file is changed, and takes its name in <see cref="Complete"/>: at any moment the file is either the old one or the new one.</remarks>
    /// <exception cref="RistrettoException">The file is missing, damaged, was not closed, or its folder is not writable.</exception>
    public static RootFileWriter Update(string path, RootWriteOptions options) => Update(path, options, isInPlace: false);

    /// <summary>The same in the file itself, for files that are too large to be copied.</summary>
    /// <remarks>New records go into gaps and behind the end, where no reader looks; they are on the disk before <see cref="Complete"/> rewrites,
    /// in this order, the entries of the directories and the header, of some bytes each. What old records occupied is not used before the next update.
    /// So a crash before leaves the old file, and a crash between them leaves a file in which each directory is either the old or the new one;
    /// space may be lost. Disposed without <see cref="Complete"/>, the file is as it was.</remarks>
    /// <exception cref="RistrettoException">The file is missing, damaged, was not closed, or is not writable.</exception>
    public static RootFileWriter UpdateInPlace(string path, RootWriteOptions options) => Update(path, options, isInPlace: true);

    /// <summary>Deletes an object or a directory with all that is in it. The baskets and pages of trees and ntuples keep their space.</summary>
    /// <param name="path">Names of directories and of the object joined by <c>/</c>; with <c>;2</c> behind it one cycle, otherwise all.</param>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public void Delete(string path)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var (name, cycle) = path.LastIndexOf(';') is > 0 and var at && short.TryParse(path.AsSpan(at + 1), out var number) ? (path[..at], (short?)number) : (path, null);
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) throw new ArgumentException("the file itself cannot be deleted");
        var folder = _root;
        foreach (var part in parts.AsSpan(0, parts.Length - 1))
            folder = folder.Children.GetValueOrDefault(part) ?? throw Missing(path, folder.Children.Keys, part);
        var keys = folder.Keys.Where(key => key.Name == parts[^1] && (cycle is null || key.Cycle == cycle)).ToList();
        if (keys.Count == 0) throw Missing(path, folder.Keys.Select(key => key.Name), parts[^1]);
        Queue.Drain();
        Remove(folder, keys);
    }

    private static RootFileWriter Update(string path, RootWriteOptions options, bool isInPlace)
    {
        var existing = ExistingFile.Read(path);
        var temporary = isInPlace ? "" : TemporaryFor(path);
        FileStream? stream = null;
        try
        {
            if (!isInPlace) File.Copy(path, temporary, overwrite: true);
            stream = new FileStream(isInPlace ? path : temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
            return new RootFileWriter(path, temporary, stream, options, existing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (isInPlace) stream?.Dispose();
            else Discard(stream, temporary);
            throw OutputException.Of(path, e);
        }
    }

    private static ArgumentException Missing(string path, IEnumerable<string> names, string wanted) =>
        new($"there is no {path}{NearestNames.Hint(wanted, [.. names.Distinct(StringComparer.Ordinal)])}");

    /// <summary>Deletes the older objects of a name; the new one begins again with cycle 1.</summary>
    private WrittenKey Replace(WrittenDirectory folder, WrittenKey record)
    {
        Remove(folder, folder.Keys.Where(key => key.Name == record.Name).ToList());
        record = record with { Cycle = folder.Reserve(record.Name, NameTaken.NextCycle) };
        _key.Clear();
        record.Encode(_key);
        _space.Write(record.Seek, _key.Bytes);
        return record;
    }

    private void Remove(WrittenDirectory folder, List<WrittenKey> keys)
    {
        foreach (var key in keys)
        {
            if (folder.Children.Remove(key.Name, out var directory))
            {
                Remove(directory, [.. directory.Keys]);
                if (directory.KeyList is { } list) Release(list.Seek, list.RecordLength);
                _directories.Remove(directory);
            }
            Release(key.Seek, key.RecordLength);
        }
        folder.Remove(keys);
    }

    private void Release(long seek, int length) => _released.Add((seek, seek + length));

    private void FinishUpdate(ExistingFile existing)
    {
        var (infosSeek, infosLength) = WriteMergedInfos(existing);
        foreach (var directory in _directories.Where(directory => directory.IsChanged))
        {
            if (directory.KeyList is { } old) Release(old.Seek, old.RecordLength);
            directory.KeyList = WriteKeyList(directory);
        }
        Release(existing.Header.SeekFree, existing.Header.FreeBytes);
        // What was occupied until now becomes free, but only in the list: the bytes are still what the old header refers to.
        foreach (var (from, to) in _released) _space.Free!.Add(from, to);
        var free = WriteFreeList();
        if (IsInPlace) _stream.Flush(flushToDisk: true);

        var uuid = existing.Header.Uuid.ToByteArray(bigEndian: true);
        foreach (var directory in _directories.Where(directory => directory.IsChanged)) RewriteStructure(directory, uuid);
        RewriteHeader(free, infosSeek, infosLength, uuid, existing.Header.Version, existing.Header.Compression);
        if (IsInPlace) _stream.Flush(flushToDisk: true);
        Mark(_space.Free!.Gaps);
    }

    // The list that is there, and behind it the classes that it lacks. References in it count from the start of the key, so the key keeps its length.
    private (long Seek, int Length) WriteMergedInfos(ExistingFile existing)
    {
        var missing = StreamerClasses.Closure(_classes).Where(known => !existing.InfoNames.Contains((known.Name, known.Version))).ToList();
        if (existing.InfoKey is not { } key)
        {
            var written = WriteStreamerInfos();
            return (written.Seek, written.RecordLength);
        }
        if (missing.Count == 0) return (key.SeekKey, key.TotalBytes);
        _object.Clear();
        StreamerInfoEncoder.Append(existing.Infos, missing, _object, new RecordOrigin(_path, "StreamerInfo", key.SeekKey, key.IsCompressed));
        var length = WrittenKey.LengthOf("TList", "StreamerInfo", "", HasBigKeys);
        if (key.KeyBytes < length) throw new RootFormatException(_path, "StreamerInfo", key.SeekKey, $"fKeylen is {key.KeyBytes}; the classes that are new here need {length}");
        const string title = "Doubly linked list";
        Release(key.SeekKey, key.TotalBytes);
        var merged = WriteInfoRecord(title[..Math.Min(title.Length, key.KeyBytes - length)].PadRight(key.KeyBytes - length));
        return (merged.Seek, merged.RecordLength);
    }

    // Each gap begins with its length, negative.
    private void Mark(IEnumerable<(long From, long To)> gaps)
    {
        Span<byte> marker = stackalloc byte[4];
        foreach (var (from, to) in gaps)
        {
            if (to - from < marker.Length) continue;
            BinaryPrimitives.WriteInt32BigEndian(marker, -(int)Math.Min(to - from, FileSpace.LargestSmall));
            _space.Write(from, marker);
        }
    }

    // What was written lies in gaps and behind the end.
    private void TakeBack(ExistingFile existing)
    {
        try
        {
            Mark(existing.Gaps);
            _stream.SetLength(existing.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        finally
        {
            _stream.Dispose();
        }
    }
}
