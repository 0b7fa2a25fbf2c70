using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Trees;

/// <summary>Whatever is wrong in a file, reading it ends in values or in one of our errors, soon, and without taking more memory than a file of its size can need.</summary>
public class DamagedFileTests
{
    private const long MostMemory = 256 << 20;

    [Theory]
    [InlineData("root", "uproot-issue21.root", 500)]
    [InlineData("root", "uproot-small-dy-nooffsets.root", 500)]
    [InlineData("root", "uproot-issue413.root", 500)]
    [InlineData("root", "uproot-sample-5.30.00-lzma.root", 150)]
    [InlineData("root", "uproot-sample-5.23.02-zlib.root", 150)]
    [InlineData("root", "uproot-nesteddirs.root", 150)]
    [InlineData("root", "leaves.root", 500)]
    [InlineData("root-written", "chain_2.root", 500)]
    [InlineData("root-written", "chain_3.root", 500)]
    [InlineData("root-written", "hadd_plain.root", 300)]
    [InlineData("root-written", "tree_mixed.root", 100)]
    [InlineData("root-written", "tree_none.root", 100)]
    [InlineData("root-written", "classes.root", 150)]
    [InlineData("root-written", "hists.root", 200)]
    [InlineData("root-written", "friend_main.root", 300)]
    [InlineData("root", "uproot-stl_containers.root", 300)]
    [InlineData("root", "uproot-issue209.root", 500)]
    [InlineData("root", "uproot-issue367.root", 100)]
    [InlineData("root", "km3net_dst_v5.1_10events.root", 60)]
    public void Read_BytesChanged_GivesValuesOrOneOfOurErrors(string folder, string name, int rounds)
    {
        var original = File.ReadAllBytes(SharedData.Path(folder, name));
        var random = new Random(20_011);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = (byte[])original.Clone();
            var changes = Damage(bytes, random);
            ReadAll(bytes, $"{name}, round {round}: {changes}");
        }
    }

    [Theory]
    [InlineData("root-written", "chain_2.root")]
    [InlineData("root", "uproot-issue21.root")]
    [InlineData("root", "uproot-small-dy-nooffsets.root")]
    public void Read_FileCutShort_IsRefused(string folder, string name)
    {
        var original = File.ReadAllBytes(SharedData.Path(folder, name));
        for (var length = 1; length < original.Length; length += 97)
            Assert.ThrowsAny<RistrettoException>(() => RootFile.Open(new MemorySource(original[..length])));
    }

    /// <summary>Half of the damage hits lengths and counts near the start of records, where it does most.</summary>
    private static string Damage(byte[] bytes, Random random)
    {
        var changes = new List<string>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(4, bytes.Length);
            if (random.Next(3) == 0 && at + 4 <= bytes.Length) bytes.AsSpan(at, 4).Fill((byte)(random.Next(2) * 0x7F));
            else bytes[at] ^= (byte)(1 << random.Next(8));
            changes.Add($"byte {at}");
        }
        return string.Join(", ", changes);
    }

    private static void ReadAll(byte[] bytes, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var file = RootFile.Open(new MemorySource(bytes));
            Attempt(() => file.ReadStreamerInfos());
            foreach (var (path, key) in file.AllKeys())
            {
                Attempt(() => file.ReadPayload(key));
                Attempt(() => ReadObject(file.ReadObject(path, key)));
                if (RootFile.IsTree(key)) Attempt(() => ReadTree(file.GetTree($"{path};{key.Cycle}")));
            }
        }
        catch (RistrettoException)
        {
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {e}");
        }
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, what);
    }

    private static void ReadTree(Tree tree)
    {
        using var context = new DecodeContext();
        Attempt(() => tree.ClusterBoundaries(tree.Branches));
        if (Succeeds(() => _ = tree.Fields.Count))
        {
            foreach (var field in tree.Fields) Attempt(() => ReadField(field, context));
        }
        foreach (var branch in tree.Branches)
        {
            Attempt(() => _ = branch.Leaf);
            Attempt(() => ColumnDigest.Of(branch, context, 100, countsFirst: true));
            Attempt(() => ColumnDigest.Of(branch, context, 7, countsFirst: false));
        }
    }

    private static void ReadField(TreeField field, DecodeContext context)
    {
        using var reader = field.Open(context);
        for (var first = 0L; first < Math.Min(field.Entries, 3000); first += 100) reader.Read(first, (int)Math.Min(100, field.Entries - first));
        if (field.Entries > 5) reader.Read(5, 1);
    }

    private static void ReadObject(ObjectRecord record)
    {
        foreach (var name in record.Names) Assert.True(record.Has(name));
        foreach (var item in record.Items) _ = item?.ToString();
    }

    private static bool Succeeds(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (RistrettoException)
        {
            return false;
        }
    }

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (RistrettoException)
        {
        }
    }
}
