using System.Buffers.Binary;
using System.Text.Json;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees.Writing;

/// <summary>What we write has the structure of what ROOT wrote: the members of the tree's record, and the keys of all records.</summary>
public sealed class TreeStructureTests : IDisposable
{
    // What depends on the number of bytes, on when buffers were flushed, or on the version of ROOT.
    private static readonly string[] s_free =
    [
        "fBits", "fTotBytes", "fZipBytes", "fFlushedBytes", "fBasketBytes", "fBasketSeek", "fBasketEntry", "fBasketSize", "fCompress", "fEntryOffsetLen", "fMaxBaskets",
        "fWriteBasket", "fMaximum", "fBaskets", "fLen", "fAutoSave",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Complete_BranchesThatRootHas_HaveTheSameMembers()
    {
        var path = Write();
        var theirs = Jsroot.ReadObject(SharedData.Path("root-written", "tree_none.root"), "Events");
        var ours = Jsroot.ReadObject(path, "Events");

        RequireSame(theirs, ours, "Events", "fBranches", "fLeaves");
        var byName = Branches(theirs).ToDictionary(branch => branch.GetProperty("fName").GetString()!);
        var compared = 0;
        foreach (var branch in Branches(ours))
        {
            var name = branch.GetProperty("fName").GetString()!;
            // The same name does not mean the same type in the two examples.
            if (!byName.TryGetValue(name, out var other) || other.GetProperty("fTitle").GetString() != branch.GetProperty("fTitle").GetString()) continue;
            RequireSame(other, branch, name);
            compared++;
        }
        Assert.True(compared >= 14, $"{compared} branches were compared");
    }

    [Fact]
    public void Complete_KeysOfAllRecords_AreLaidOutAsRoots()
    {
        var theirs = Keys(SharedData.Path("root-written", "tree_none.root"));
        var ours = Keys(Write());

        // Class; version of the key; whether the key says where it is; parent; version and flag of a basket.
        Assert.Equal(theirs.Distinct().Order(), ours.Distinct().Order());
    }

    private string Write()
    {
        var path = Path.Combine(_folder, "tree_none.root");
        using var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = Compression.None });
        new TreeExample(500).Write(writer.Tree("Events", new TreeOptions { Title = "all kinds of branches", ClusterEntries = 120, BasketBytes = 2500 }), 100);
        writer.Complete();
        return path;
    }

    private static JsonElement.ArrayEnumerator Branches(JsonElement tree) => tree.GetProperty("fBranches").GetProperty("arr").EnumerateArray();

    private static void RequireSame(JsonElement theirs, JsonElement ours, string where, params string[] otherwise)
    {
        if (theirs.ValueKind == JsonValueKind.Object && ours.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(theirs.EnumerateObject().Select(member => member.Name), ours.EnumerateObject().Select(member => member.Name));
            foreach (var member in theirs.EnumerateObject())
                if (!s_free.Contains(member.Name) && !otherwise.Contains(member.Name) && !where.EndsWith(".fLeafCount", StringComparison.Ordinal))
                    RequireSame(member.Value, ours.GetProperty(member.Name), $"{where}.{member.Name}");
        }
        else if (theirs.ValueKind == JsonValueKind.Array && ours.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(theirs.GetArrayLength(), ours.GetArrayLength());
            foreach (var (a, b) in theirs.EnumerateArray().Zip(ours.EnumerateArray())) RequireSame(a, b, where);
        }
        else
        {
            Assert.True(theirs.GetRawText() == ours.GetRawText(), $"{where}: ROOT wrote {theirs.GetRawText()}, we {ours.GetRawText()}");
        }
    }

    private static List<string> Keys(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var keys = new List<string>();
        for (var position = 100; position < bytes.Length;)
        {
            var key = bytes.AsSpan(position);
            var (length, version, keyLength) = (BinaryPrimitives.ReadInt32BigEndian(key), BinaryPrimitives.ReadInt16BigEndian(key[4..]), BinaryPrimitives.ReadInt16BigEndian(key[14..]));
            var isBig = version > 1000;
            var seek = isBig ? BinaryPrimitives.ReadInt64BigEndian(key[18..]) : BinaryPrimitives.ReadInt32BigEndian(key[18..]);
            var parent = isBig ? BinaryPrimitives.ReadInt64BigEndian(key[26..]) : BinaryPrimitives.ReadInt32BigEndian(key[22..]);
            var at = isBig ? 34 : 26;
            var className = System.Text.Encoding.ASCII.GetString(key.Slice(at + 1, key[at]));
            var basket = className != "TBasket" ? "" : $"version {BinaryPrimitives.ReadInt16BigEndian(key[(keyLength - 19)..])} flag {key[keyLength - 1]}";
            keys.Add($"{className} {version} {(seek == position ? "here" : seek)} in {parent} {basket}");
            position += length;
        }
        return keys;
    }
}
