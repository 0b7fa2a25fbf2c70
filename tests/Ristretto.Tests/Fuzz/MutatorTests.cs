using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Fuzz;
using Ristretto.Fuzz.Anatomy;
using Ristretto.Fuzz.Mutations;

namespace Ristretto.Tests.Fuzz;

public class MutatorTests
{
    private static readonly FileAnatomy s_anatomy = FileAnatomy.Of(Samples.All.Single(static sample => sample.Name == "sample:zlib").Bytes);

    [Fact]
    public void Anatomy_OfASample_FindsWhatIsInIt()
    {
        Assert.Equal(["Events", "Tuple", "folder", "folder/h", "folder/text"], s_anatomy.Entries.Select(static entry => entry.Path).Order(StringComparer.Ordinal));
        Assert.Contains(s_anatomy.Records, static record => record.Key.ClassName == "TBasket");
        Assert.NotNull(s_anatomy.Infos);
        Assert.NotEmpty(s_anatomy.Blocks);
        Assert.NotEmpty(Assert.Single(s_anatomy.NTuples).Pages);
    }

    [Fact]
    public void Mutate_TheSameSeedAgain_GivesTheSameBytes()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var (first, what) = Mutator.Mutate(s_anatomy, seed);
            var (second, again) = Mutator.Mutate(s_anatomy, seed);
            Assert.Equal(what, again);
            Assert.True(first.Span.SequenceEqual(second.Span), $"seed {seed}: {what}");
        }
    }

    [Fact]
    public void Mutate_ManySeeds_ChangeTheFileInEachWay()
    {
        var ways = new HashSet<string>();
        var changed = 0;
        for (var seed = 0UL; seed < 1000; seed++)
        {
            var (bytes, what) = Mutator.Mutate(s_anatomy, seed);
            ways.UnionWith(what.Split(" + "));
            if (!bytes.Span.SequenceEqual(s_anatomy.Bytes)) changed++;
        }
        Assert.InRange(changed, 950, 1000);
        Assert.Superset(new HashSet<string> { "object", "infos", "basket", "basket head", "ntuple", "key", "header", "list", "directory", "class", "block head", "block", "bits", "scribble", "number", "truncate", "remove", "repeat", "swap", "splice" }, ways);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("zlib")]
    [InlineData("lz4")]
    [InlineData("zstd")]
    [InlineData("lzma")]
    public void Replace_PayloadAsItWas_ReadsTheSame(string codec)
    {
        using var context = new DecodeContext();
        var expected = PartHashes.Of(s_anatomy.Bytes, context);
        var file = new MutableFile(s_anatomy.Bytes);
        Assert.True(Compression.TryParse(codec, out var compression));
        foreach (var entry in s_anatomy.Entries)
        {
            // The anchor is where the RNTuple's own damage expects it.
            if (entry.Path == "Tuple") continue;
            var payload = s_anatomy.Payload(entry.Key)!;
            RecordDamage.Replace(s_anatomy, file, entry, payload.Length, Packing.Pack(payload, compression));
        }

        var actual = PartHashes.Of(file.Memory.ToArray(), context);

        Assert.Null(actual.Error);
        Assert.Equal(expected.Parts, actual.Parts);
        Assert.True(file.Length > s_anatomy.Bytes.Length);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Replace_PayloadByABomb_IsRefusedBeforeItIsDecompressed(int blocks, bool isRefused)
    {
        var file = new MutableFile(s_anatomy.Bytes);
        var entry = s_anatomy.Entries.Single(static entry => entry.Path == "folder/text");
        RecordDamage.Replace(s_anatomy, file, entry, blocks * 0xFF_FFFF, Packing.Bomb(blocks));
        using var context = new DecodeContext();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = PartHashes.Of(file.Memory.ToArray(), context).Error;

        Assert.Equal(isRefused, error is RootFormatException && error.Message.Contains("more than data compress to", StringComparison.Ordinal));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, isRefused ? 16 << 20 : 100 << 20);
    }

    /// <summary>The checksums are made right again: what is refused is refused for what it says.</summary>
    [Fact]
    public void NTupleDamage_ManySeeds_IsHardlyEverRefusedForAChecksum()
    {
        using var context = new DecodeContext();
        var (read, refused, checksums) = (0, 0, 0);
        for (var seed = 0UL; seed < 300; seed++)
        {
            var file = new MutableFile(s_anatomy.Bytes);
            Assert.True(NTupleDamage.Any(s_anatomy, file, new SeededRandom(seed)));
            var error = PartHashes.Of(file.Memory.ToArray(), context).Error;
            if (error is null) read++;
            else if (error.Message.Contains("checksum differs", StringComparison.Ordinal)) checksums++;
            else refused++;
        }
        Assert.True(read > 30 && refused > 60 && checksums < 15, $"{read} read, {refused} refused, {checksums} for a checksum");
    }
}
