using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing.Encodings;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A page on its way into the file: encoded, compressed, with its checksum; it waits in its cluster until that is written.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="column">The column.</param>
/// <param name="compression">Codec and level.</param>
/// <param name="values">The elements as they are in memory.</param>
/// <param name="elements">Their number.</param>
/// <param name="before">For ends of lists: the end before the first one.</param>
/// <param name="clusterStart">For ends of lists: what the cluster counts from.</param>
internal sealed class PendingPage(
    WrittenCluster cluster, WrittenColumn column, Compression compression, SharedSlice values, int elements, long before, long clusterStart) : PendingRecord
{
    private const int ChecksumBytes = 8;
    private PooledBuffer? _stored;
    private int _storedLength;
    private bool _isReleased;

    public override int HeldBytes => values.Length;

    public override void Encode(EncodeContext context)
    {
        var raw = context.Raw.Ensure((int)column.BytesOf(elements));
        PageEncoder.Encode(column.Encoding, values.Span, raw, before, clusterStart);
        _stored = PooledBuffer.Rent(raw.Length + ChecksumBytes);
        _storedLength = BlockEncoder.Encode(context, compression, raw, _stored.Span[..raw.Length]);
        if (_storedLength == 0)
        {
            raw.CopyTo(_stored.Span);
            _storedLength = raw.Length;
        }
        BinaryPrimitives.WriteUInt64LittleEndian(_stored.Span[_storedLength..], XxHash3.HashToUInt64(_stored.Span[.._storedLength]));
    }

    public override void Write()
    {
        cluster.Waiting.Add((column.Id, elements, _stored!, _storedLength));
        _stored = null;
    }

    public override void Release()
    {
        if (_isReleased) return;
        _isReleased = true;
        _stored?.Dispose();
        values.Bytes.Release();
    }
}
