using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Writing;

public sealed partial class RootFileWriter
{
    private void Finish()
    {
        var infos = WriteStreamerInfos();
        foreach (var directory in _directories) directory.KeyList = WriteKeyList(directory);
        var free = WriteFreeList();

        var uuid = Options.Uuid?.ToByteArray(bigEndian: true) ?? _space.ContentUuid();
        foreach (var directory in _directories) RewriteStructure(directory, uuid);
        RewriteHeader(free, infos.Seek, infos.RecordLength, uuid, Version, Options.ForObjects.Setting);
    }

    private WrittenKey WriteStreamerInfos()
    {
        _object.Clear();
        if (_infos.Count == 0) StreamerInfoEncoder.Encode(StreamerClasses.Closure(_classes), _object);
        else _infos.Encode(StreamerClasses.Closure(_classes), _object);
        return WriteInfoRecord("Doubly linked list");
    }

    private WrittenKey WriteInfoRecord(string title)
    {
        using var stored = PooledBuffer.Rent(_object.Length);
        var length = BlockEncoder.Encode(Queue.Context, Options.ForObjects, _object.Bytes, stored.Span);
        var bytes = length == 0 ? _object.Bytes : stored.Span[..length];
        return WriteRecord(new WrittenKey("TList", "StreamerInfo", title, 0, _begin, _object.Length, bytes.Length), bytes);
    }

    private WrittenKey WriteKeyList(WrittenDirectory directory)
    {
        directory.Modified = Options.StoredDate;
        _object.Clear();
        _object.Int32(directory.Keys.Count);
        foreach (var key in directory.Keys) key.Encode(_object);
        var (className, name, title) = directory.Identity;
        return WriteRecord(new WrittenKey(className, name, title, 0, directory.Seek, _object.Length, _object.Length), _object.Bytes);
    }

    // The last free segment begins behind the list's own record, whose length is known beforehand.
    private WrittenKey WriteFreeList()
    {
        const int smallLength = 10, bigLength = 18;
        var keyLength = WrittenKey.LengthOf("TFile", _fileName, "", HasBigKeys);
        var gaps = _space.Free?.Gaps.ToArray() ?? [];
        var length = gaps.Sum(gap => FileSpace.IsBig(gap.To - 1) ? bigLength : smallLength);
        var end = _space.End + keyLength + length + smallLength;
        if (LastFree(end) > FileSpace.LargestSmall) end += bigLength - smallLength;
        _object.Clear();
        foreach (var (from, to) in gaps) EncodeFree(from, to - 1);
        EncodeFree(end, LastFree(end));
        return WriteRecord(new WrittenKey("TFile", _fileName, "", 0, _begin, _object.Length, _object.Length), _object.Bytes, isAtEnd: true);
    }

    // ROOT's rule: up to 2 GB, and beyond up to the next multiple of 10^9.
    private static long LastFree(long end) => Math.Max(FileSpace.LargestSmall, (end / 1_000_000_000 + (end > FileSpace.LargestSmall ? 1 : 0)) * 1_000_000_000);

    private void EncodeFree(long first, long last)
    {
        var isBig = FileSpace.IsBig(last);
        _object.Int16(isBig ? (short)1001 : (short)1);
        _object.Seek(first, isBig);
        _object.Seek(last, isBig);
    }

    private void RewriteStructure(WrittenDirectory directory, byte[] fileUuid)
    {
        if (directory.Uuid is null)
        {
            Span<byte> seed = stackalloc byte[24];
            fileUuid.CopyTo(seed);
            BinaryPrimitives.WriteInt64BigEndian(seed[16..], directory.Seek);
            directory.Uuid = FileSpace.AsUuid(XxHash128.Hash(seed));
        }
        _object.Clear();
        directory.Encode(directory.Uuid, _object);
        _space.Write(directory.StructureSeek, _object.Bytes);
    }

    private void RewriteHeader(WrittenKey free, long infosSeek, int infosLength, byte[] uuid, int version, int compression)
    {
        var isBig = FileSpace.IsBig(_space.End);
        _object.Clear();
        _object.Append("root"u8);
        _object.Int32(isBig ? version + 1_000_000 : version);
        _object.Int32((int)_begin);
        _object.Seek(_space.End, isBig);                             // fEND
        _object.Seek(free.Seek, isBig);                              // fSeekFree
        _object.Int32(free.RecordLength);                            // fNbytesFree
        _object.Int32((_space.Free?.Count ?? 0) + 1);                // nfree
        _object.Int32(checked((int)(_root.StructureSeek - _root.Seek))); // fNbytesName
        _object.UInt8(isBig ? (byte)8 : (byte)4);                    // fUnits
        _object.Int32(compression);                                  // fCompress
        _object.Seek(infosSeek, isBig);                              // fSeekInfo
        _object.Int32(infosLength);                                  // fNbytesInfo
        _object.UInt16(1);
        _object.Append(uuid);
        _space.Write(0, _object.Bytes);
    }
}
