using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files;

/// <content>The layouts of the classes in the file.</content>
public sealed partial class RootFile
{
    /// <summary>Reads the layouts of the classes that the file describes: two requests. Empty when it describes none.</summary>
    /// <exception cref="Errors.RootFormatException">The record is damaged.</exception>
    public IReadOnlyList<StreamerInfoRecord> ReadStreamerInfos() =>
        ReadInfoPayload() is var (key, payload) ? StreamerInfoDecoder.Decode(payload, key.KeyBytes, Origin("StreamerInfo", key)) : [];

    /// <summary>The key and the bytes of the list of layouts; null when there is none.</summary>
    internal (KeyRecord Key, byte[] Payload)? ReadInfoPayload()
    {
        if (Header.SeekInfo == 0 || Header.InfoBytes == 0) return null;
        var origin = new RecordOrigin(Path, "StreamerInfo", Header.SeekInfo);
        CheckExtent(origin, Header.SeekInfo, Header.InfoBytes);
        using var head = PooledBuffer.Rent(Math.Min(Header.InfoBytes, 512));
        Source.Read(Header.SeekInfo, head.Span);
        var reader = new BigEndianReader(head.Span, origin);
        var key = KeyRecord.Decode(ref reader) with { SeekKey = Header.SeekInfo };
        return (key, ReadPayload(key));
    }
}
