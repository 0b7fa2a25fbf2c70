using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees;

public class BranchReaderTests
{
    private static (byte[] Values, int[] Counts) ReadWhole(Branch branch, DecodeContext context)
    {
        using var reader = new BranchReader(branch, context);
        var counts = new int[branch.Entries];
        if (branch.IsVariable) reader.ReadCounts(0, counts.Length, counts);
        var values = new byte[reader.ValueBytes(0, counts.Length)];
        reader.ReadValues(0, counts.Length, values);
        return (values, counts);
    }

    [Theory]
    [InlineData("root-written", "tree_zstd5.root", "Events", "Jet_pt")]
    [InlineData("root-written", "tree_lz4_4.root", "Events", "Jet_hits")]
    [InlineData("root-written", "tree_lzma1.root", "Events", "Jet_d")]
    [InlineData("root-written", "tree_zlib1.root", "Events", "text")]
    [InlineData("root-written", "tree_none.root", "Events", "mat")]
    [InlineData("root", "uproot-small-dy-nooffsets.root", "tree", "Jet_pt")]
    [InlineData("root", "uproot-issue413.root", "mytree", "Str")]
    public void ReadValues_AnyOrderOfRanges_EqualsOnePass(string folder, string name, string tree, string branchName)
    {
        using var file = RootFile.Open(SharedData.Path(folder, name));
        using var context = new DecodeContext();
        var branch = file.GetTree(tree).GetBranch(branchName);
        var (values, counts) = ReadWhole(branch, context);
        var unit = branch.IsVariable ? branch.ElementSize * branch.FixedLength : 1;
        var random = new Random(3);
        using var reader = new BranchReader(branch, context);
        for (var i = 0; i < 400; i++)
        {
            var first = random.Next((int)branch.Entries + 1);
            var count = random.Next((int)branch.Entries - first + 1);
            var stride = values.Length / (int)branch.Entries;
            var before = branch.IsVariable ? counts.Take(first).Sum() * unit : first * stride;
            var size = branch.IsVariable ? counts.Skip(first).Take(count).Sum() * unit : count * stride;
            var part = new byte[size];

            reader.ReadValues(first, count, part);

            Assert.True(values.AsSpan(before, size).SequenceEqual(part), $"entries {first} to {first + count}");
        }
    }

    [Theory]
    [InlineData("tree_lz4_4.root")]
    [InlineData("tree_lz4_9.root")]
    [InlineData("tree_zlib1.root")]
    [InlineData("tree_zlib6.root")]
    public void ReadValues_WithoutNativeLibraries_TheSameBytes(string name)
    {
        using var file = RootFile.Open(SharedData.Path("root-written", name));
        using var native = new DecodeContext();
        using var managed = new DecodeContext(useNativeLibraries: false);
        foreach (var branch in file.GetTree("Events").Branches) Assert.Equal(ReadWhole(branch, native).Values, ReadWhole(branch, managed).Values);
    }

    [Fact]
    public void ReadValues_LibraryAbsent_NamesFileBranchBasketAndPackage()
    {
        var path = SharedData.Path("root-written", "tree_zstd5.root");
        using var file = RootFile.Open(path);
        using var context = new DecodeContext(useNativeLibraries: false);
        using var reader = new BranchReader(file.GetTree("Events").GetBranch("flags"), context);

        var error = Assert.Throws<RootFormatException>(() => reader.ReadValues(0, 1, new byte[8]));

        Assert.StartsWith($"{path}: Events/flags, basket 0: at byte ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("ZSTD needs the library libzstd.so.1, which is not installed (Debian, Ubuntu: apt install libzstd1; RHEL, Fedora: dnf install libzstd)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("root-written", "tree_zstd5.root", "Events")]
    [InlineData("root-written", "tree_lzma1.root", "Events")]
    [InlineData("root-written", "tree_lz4_4.root", "Events")]
    public void ReadValues_CountsFromTheCounter_DecompressesLess(string folder, string name, string tree)
    {
        using var file = RootFile.Open(SharedData.Path(folder, name));
        using var context = new DecodeContext();
        var branch = file.GetTree(tree).GetBranch("Jet_pt");
        var (values, _) = ReadWhole(branch, context);
        var whole = branch.Counters.DecompressedBytes;
        using var reader = new BranchReader(branch, context);
        var part = new byte[values.Length];

        reader.ReadValues(0, (int)branch.Entries, part);

        Assert.Equal(values, part);
        Assert.InRange(branch.Counters.DecompressedBytes - whole, values.Length, whole);
    }

    [Theory]
    [InlineData("Jet_pt", 4)]
    [InlineData("Jet_pt", -4)]
    [InlineData("f64", 8)]
    [InlineData("f64", -8)]
    [InlineData("text", 1)]
    public void ReadValues_RoomForOtherThanTheEntriesHave_IsRefused(string name, int change)
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));
        using var context = new DecodeContext();
        using var reader = new BranchReader(file.GetTree("Events").GetBranch(name), context);
        var size = reader.ValueBytes(0, 450);

        Assert.Contains($"Events/{name}", Assert.Throws<RootFormatException>(() => reader.ReadValues(0, 450, new byte[size + change])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadValues_BeyondTheLastEntry_IsRefused()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));
        using var context = new DecodeContext();
        using var reader = new BranchReader(file.GetTree("Events").GetBranch("f64"), context);

        Assert.EndsWith("Events/f64: entries 490 to 510 were asked for, the branch has 500 and its tree 500",
            Assert.Throws<RootFormatException>(() => reader.ReadValues(490, 20, new byte[160])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadCounts_OfNumbers_IsAnErrorOfTheCaller()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));
        using var context = new DecodeContext();
        using var reader = new BranchReader(file.GetTree("Events").GetBranch("f64"), context);

        Assert.Throws<InvalidOperationException>(() => reader.ReadCounts(0, 1, new int[1]));
    }

    [Fact]
    public void ReadCounts_OffsetsNotStored_EqualTheCounter()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-small-dy-nooffsets.root"));
        using var context = new DecodeContext();
        var tree = file.GetTree("tree");
        var counter = MemoryMarshal.Cast<byte, uint>(ReadWhole(tree.GetBranch("nJet"), context).Values).ToArray();

        Assert.Equal(counter.Select(count => (int)count), ReadWhole(tree.GetBranch("Jet_pt"), context).Counts);
    }

    [Fact]
    public void Counters_OfABranch_AreExact()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));
        using var context = new DecodeContext();
        var branch = file.GetTree("Events").GetBranch("f64");
        ReadWhole(branch, context);

        Assert.Same(branch.Counters, file.Counters.Branches["Events/f64"]);
        Assert.Equal((branch.BasketCount, branch.CompressedBytes, 500 * 8L), (branch.Counters.Baskets, branch.Counters.CompressedBytes, branch.Counters.DecompressedBytes));
    }
}
