using Ristretto.Bytes.Codecs;
using Ristretto.Fuzz;
using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Tests.Fuzz;

/// <summary>Where a checksum exists, no value is wrong without an error: each byte of a small file is changed in turn, one bit of it and all of it.</summary>
public class FlippedByteTests
{
    private const int Entries = 60;

    [Theory]
    [InlineData("zlib")]
    [InlineData("lz4")]
    [InlineData("lzma")]
    public void Tree_EachByteFlipped_GivesTheSameValuesOrAnError(string codec) =>
        Check(Samples.Of(codec, static file => { Samples.Tree(file, Entries); Samples.Objects(file); }), static (_, anatomy, at) => IsInsideBlock(anatomy, at));

    [Theory]
    [InlineData("none")]
    [InlineData("zlib")]
    [InlineData("lz4")]
    [InlineData("zstd")]
    [InlineData("lzma")]
    public void NTuple_EachByteFlipped_GivesTheSameValuesOrAnError(string codec) =>
        Check(Samples.Of(codec, static file => Samples.NTuple(file, Entries)), static (_, anatomy, at) => IsInsideNTuple(anatomy, at));

    /// <summary>The frames of ROOT, and ours, carry no checksum.</summary>
    [Fact]
    public void Tree_OfZstd_EachByteFlipped_GivesValuesOrAnError()
    {
        var original = Samples.Of("zstd", static file => { Samples.Tree(file, Entries); Samples.Objects(file); });
        Flip(original, static (_, bytes, context) => PartHashes.Of(bytes, context));
    }

    [Fact]
    public void ZstdBlocks_EachByteFlipped_GiveTheDeclaredLengthOrAnError()
    {
        var original = Samples.Of("zstd", static file => Samples.Tree(file, Entries));
        var anatomy = FileAnatomy.Of(original);
        foreach (var record in anatomy.Records.Where(static record => record.Key.IsCompressed))
        {
            var stored = original.AsSpan(record.PayloadAt, record.Key.StoredBytes).ToArray();
            Flip(stored, (_, bytes, context) =>
            {
                var target = new byte[record.Key.ObjectBytes];
                if (BlockDecoder.Check(bytes, target.Length) is null && BlockDecoder.Decode(context, bytes, target, target.Length, out var produced) is null) Assert.Equal(target.Length, produced);
            });
        }
    }

    /// <param name="original">The file.</param>
    /// <param name="isCovered">Whether a checksum covers a byte: then nothing may be missing without an error either.</param>
    private static void Check(byte[] original, Func<byte[], FileAnatomy, int, bool> isCovered)
    {
        using var own = new DecodeContext();
        var anatomy = FileAnatomy.Of(original);
        var expected = PartHashes.Of(original, own);
        Assert.Null(expected.Error);
        Assert.NotEmpty(expected.Parts);
        var covered = 0;
        Flip(original, (at, bytes, context) =>
        {
            var actual = PartHashes.Of(bytes, context);
            foreach (var (part, hash) in expected.Parts)
            {
                if (actual.Parts.TryGetValue(part, out var other) && other is not null) Assert.True(other == hash, $"byte {at}: {part} has other values, and no error says so");
            }
            if (!isCovered(original, anatomy, at)) return;
            Interlocked.Increment(ref covered);
            Assert.True(actual.Error is not null || actual.Parts.Count == expected.Parts.Count, $"byte {at}: {expected.Parts.Keys.Except(actual.Parts.Keys).FirstOrDefault()} is missing, and no error says so");
        });
        Assert.InRange(covered, original.Length / 2, 2 * original.Length);
    }

    // The bytes are independent of each other: each core takes a part of them.
    private static void Flip(byte[] original, Action<int, byte[], DecodeContext> read) => Parallel.For(0, Environment.ProcessorCount, part =>
    {
        using var context = new DecodeContext();
        var bytes = original.AsSpan().ToArray();
        for (var at = part; at < bytes.Length; at += Environment.ProcessorCount)
        {
            foreach (var flip in (ReadOnlySpan<byte>)[(byte)(1 << at % 8), 0xFF])
            {
                bytes[at] ^= flip;
                read(at, bytes, context);
                bytes[at] ^= flip;
            }
        }
    });

    private static bool IsInsideBlock(FileAnatomy anatomy, int at) =>
        anatomy.Records.Any(record => record.Key.IsCompressed && at >= record.PayloadAt && at < record.At + record.Key.TotalBytes);

    private static bool IsInsideNTuple(FileAnatomy anatomy, int at)
    {
        var ntuple = anatomy.NTuples[0];
        var links = ntuple.PageLists.Select(static list => list.Link).Append(ntuple.Anchor.Header).Append(ntuple.Anchor.Footer);
        return links.Any(link => at >= link.Locator.Offset && at < link.Locator.Offset + link.Locator.StoredBytes)
            || ntuple.Pages.Any(page => at >= page.Page.Offset && at < page.Page.Offset + page.Page.FetchedBytes);
    }
}
