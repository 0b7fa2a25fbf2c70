using System.Buffers.Binary;
using System.IO.Hashing;

namespace Ristretto.Bytes.Files.Writing;

public sealed partial class RootFileWriter
{
    private void Finish()
    {
        _object.Clear();
        StreamerInfoEncoder.Encode(StreamerClasses.Closure(_classes), _object);
        var infos = WriteRecord("TList", "StreamerInfo", "Doubly linked list", Begin, _compressor.Compress(_object.Bytes), _object.Length);
        foreach (var directory in _directories) directory.KeyList = WriteKeyList(directory);

        // The only free segment begins behind its own record, whose length is known beforehand.
        const int segmentLength = 10;
        var end = _position + WrittenKey.LengthOf("TFile", _fileName, "") + segmentLength;
        _object.Clear();
        _object.Int16(1);
        _object.Int32(end);
        _object.Int32((int)LargestFile);
        var free = WriteRecord("TFile", _fileName, "", Begin, _object.Bytes, _object.Length);

        Span<byte> uuid = stackalloc byte[16];
        _hash.GetCurrentHash(uuid);
        foreach (var directory in _directories) RewriteStructure(directory, uuid);
        RewriteHeader(end, free, infos, uuid);
    }

    private WrittenKey WriteKeyList(WrittenDirectory directory)
    {
        _object.Clear();
        _object.Int32(directory.Keys.Count);
        foreach (var key in directory.Keys) key.Encode(_object);
        var (className, name, title) = directory.Identity;
        return WriteRecord(className, name, title, directory.Seek, _object.Bytes, _object.Length);
    }

    private void RewriteStructure(WrittenDirectory directory, ReadOnlySpan<byte> fileUuid)
    {
        Span<byte> seed = stackalloc byte[20];
        Span<byte> uuid = stackalloc byte[16];
        fileUuid.CopyTo(seed);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], directory.Seek);
        XxHash128.Hash(seed, uuid);
        _object.Clear();
        directory.Encode(AsUuid(uuid), _object);
        _stream.Position = directory.StructureSeek;
        _stream.Write(_object.Bytes);
    }

    private void RewriteHeader(int end, WrittenKey free, WrittenKey infos, Span<byte> uuid)
    {
        _object.Clear();
        _object.Append("root"u8);
        _object.Int32(Version);
        _object.Int32(Begin);
        _object.Int32(end);                                          // fEND
        _object.Int32(free.Seek);                                    // fSeekFree
        _object.Int32(free.RecordLength);                            // fNbytesFree
        _object.Int32(1);                                            // nfree
        _object.Int32(_root.StructureSeek - Begin);                  // fNbytesName
        _object.UInt8(4);                                            // fUnits
        _object.Int32(BlockCompressor.Setting);                      // fCompress
        _object.Int32(infos.Seek);                                   // fSeekInfo
        _object.Int32(infos.RecordLength);                           // fNbytesInfo
        _object.UInt16(1);
        _object.Append(AsUuid(uuid));
        _stream.Position = 0;
        _stream.Write(_object.Bytes);
    }

    // RFC 9562, version 8: an identity made by a rule of one's own.
    private static Span<byte> AsUuid(Span<byte> bytes)
    {
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return bytes;
    }
}
