using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Fetches a page, verifies its checksum and decompresses it.</summary>
/// <param name="ntuple">The RNTuple.</param>
/// <param name="where">The column, for errors.</param>
/// <param name="cluster">Number of the cluster, for errors.</param>
/// <param name="index">Number of the page in the cluster, for errors.</param>
internal readonly ref struct PageDecoder(NTuple ntuple, string where, int cluster, int index)
{
    /// <summary>Bytes of a page when decompressed.</summary>
    /// <exception cref="Errors.RootFormatException">They would be more than this file can hold.</exception>
    public int OriginalBytes(in PageRecord page, int bits)
    {
        var bytes = (((long)page.Elements * bits) + 7) / 8;
        if (BlockDecoder.IsBomb(bytes, page.StoredBytes))
            Throw(page, 0, $"a page of {page.Elements} elements of {bits} bits in a file of {ntuple.File.Length} bytes, of which {page.StoredBytes} are the page: more than data compress to");
        CheckExtent(page);                                           // or a page of many bytes that are not there could promise even more
        return (int)bytes;
    }

    /// <summary>Decompresses a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="context">The worker's decoders.</param>
    /// <param name="ahead">Bytes that were fetched ahead; null for none.</param>
    /// <param name="destination">As long as the page is when decompressed.</param>
    /// <exception cref="Errors.RootFormatException">The page is damaged.</exception>
    public void Decode(in PageRecord page, DecodeContext context, IFetchedBytes? ahead, Span<byte> destination)
    {
        var meter = context.Meter;
        var start = meter is null ? 0 : Stopwatch.GetTimestamp();
        var bytes = Fetch(page, context, ahead);
        var fetched = meter is null ? 0 : Stopwatch.GetTimestamp();
        var stored = bytes[..page.StoredBytes];
        if (page.HasChecksum)
        {
            var expected = BinaryPrimitives.ReadUInt64LittleEndian(bytes[page.StoredBytes..]);
            var computed = XxHash3.HashToUInt64(stored);
            if (expected != computed) Throw(page, page.StoredBytes, $"the page's checksum differs (stored {expected:x16}, computed {computed:x16})");
        }
        if (stored.Length == destination.Length)
        {
            stored.CopyTo(destination);
        }
        else
        {
            var error = BlockDecoder.Check(stored, destination.Length) ?? BlockDecoder.Decode(context, stored, destination, destination.Length, out _);
            if (error is not null) Throw(page, error.Position, error.Reason);
        }
        meter?.Decoded(start, fetched, Stopwatch.GetTimestamp());
        ntuple.File.Counters.AddDecompressed(destination.Length);
    }

    private ReadOnlySpan<byte> Fetch(in PageRecord page, DecodeContext context, IFetchedBytes? ahead)
    {
        if (ahead is not null && ahead.TryGet(page.Offset, page.FetchedBytes, out var bytes)) return bytes;
        var (file, largestKey) = (ntuple.File, ntuple.Anchor.LargestKey);
        CheckExtent(page);
        var buffer = context.Compressed.Ensure(page.FetchedBytes);
        if (largestKey == 0 || page.FetchedBytes <= largestKey) file.Source.Read(page.Offset, buffer);
        else ChunkedBlob.Read(file, Origin(page), page.Offset, buffer, largestKey);
        return buffer;
    }

    private void CheckExtent(in PageRecord page)
    {
        var length = ntuple.File.Length;
        if (page.Offset > length - page.FetchedBytes) Throw(page, 0, $"a page of {page.FetchedBytes} bytes lies outside the file of {length} bytes");
    }

    private RecordOrigin Origin(in PageRecord page) => new(ntuple.File.Path, $"{where}, cluster {cluster}, page {index}", page.Offset);

    [DoesNotReturn]
    private void Throw(in PageRecord page, int position, string reason) => Origin(page).Throw(position, reason);
}
