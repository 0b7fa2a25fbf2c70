using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Trees;

/// <summary>Index, aliases, friends, user info and entry lists, as ROOT reads them (expected/friend_main.extra.json).</summary>
public sealed class TreeRelationsTests : IDisposable
{
    private readonly JsonDocument _expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root-written", "expected", "friend_main.extra.json")));
    private readonly RootFile _file = RootFile.Open(SharedData.Path("root-written", "friend_main.root"));

    private JsonElement Expected => _expected.RootElement;

    private Tree Tree => _file.GetTree("Events");

    public void Dispose()
    {
        _expected.Dispose();
        _file.Dispose();
    }

    [Fact]
    public void Index_OfTheTree_HasTheSortedNumbersAndFindsEntries()
    {
        var (index, expected) = (Tree.Index!, Expected.GetProperty("index"));

        Assert.Equal((expected.GetProperty("major").GetString(), expected.GetProperty("minor").GetString()), (index.MajorName, index.MinorName));
        Assert.Equal(Numbers(expected.GetProperty("sortedMajor")), index.Major.ToArray());
        Assert.Equal(Numbers(expected.GetProperty("sortedMinor")), index.Minor.ToArray());
        Assert.Equal(Numbers(expected.GetProperty("entries")), index.Entries.ToArray());
        foreach (var lookup in Expected.GetProperty("lookups").EnumerateArray())
            Assert.Equal(lookup.GetProperty("entry").GetInt64(), index.Find(lookup.GetProperty("run").GetInt64(), lookup.GetProperty("event").GetInt64()));
    }

    [Fact]
    public void Index_OfAnotherWriter_IsRead()
    {
        using var file = RootFile.Open(SharedData.Path("root", "ttreeindex.root"));
        var tree = file.GetTree("t");
        var index = tree.Index!;

        using var major = tree.GetField(index.MajorName).Open();
        using var minor = tree.GetField(index.MinorName).Open();
        major.Read(0, (int)tree.Entries);
        minor.Read(0, (int)tree.Entries);
        Assert.Equal(tree.Entries, index.Entries.Length);
        for (var i = 0; i < index.Entries.Length; i++)
            Assert.Equal((index.Major[i], index.Minor[i]), (major.Integers(0)![index.Entries[i]], minor.Integers(0)![index.Entries[i]]));
    }

    [Fact]
    public void Aliases_FriendsUserInfoAndWeight_AreRoots()
    {
        Assert.Equal(Expected.GetProperty("aliases").EnumerateObject().ToDictionary(alias => alias.Name, alias => alias.Value.GetString()!), Tree.Aliases);
        Assert.Equal(Expected.GetProperty("friends").EnumerateArray().Select(friend => new TreeFriend(Text(friend, "name"), Text(friend, "tree"), Text(friend, "file"))), Tree.Friends);
        Assert.Equal(Expected.GetProperty("userInfo").EnumerateArray().Select(item => Text(item, "class")), Tree.UserInfo.Select(item => item.ClassName));
        Assert.Equal(["lumi_fb", "tag"], Tree.UserInfo.Take(2).Select(item => item.Name));
        Assert.Equal(Expected.GetProperty("weight").GetDouble(), Tree.Weight);
    }

    [Theory]
    [InlineData("elist", "TEntryList elist")]
    [InlineData("evlist", "TEventList evlist")]
    public void EntryList_OfBothClasses_HasTheEntries(string name, string property)
    {
        var expected = Expected.GetProperty(property);

        var list = Assert.Single(EntryList.Of(_file.ReadObject(name)));

        Assert.Equal(Numbers(expected.GetProperty("entries")), list.Entries);
        if (expected.TryGetProperty("tree", out var tree)) Assert.Equal((tree.GetString(), expected.GetProperty("file").GetString()), (list.TreeName, Path.GetFileName(list.FileName)));
    }

    [Fact]
    public void FindEntries_OfAFriendWithIndex_JoinsByTheTwoNumbers()
    {
        var tree = Tree;
        using var friend = tree.OpenFriend(tree.Friends[0]);
        var entries = new long[tree.Entries];
        friend.FindEntries(0, entries);
        using var weights = friend.Tree.GetField("w").Open();
        weights.Read(0, (int)friend.Tree.Entries);
        var joined = entries.Where(entry => entry >= 0).Select(entry => weights.Doubles(0)![entry]).ToArray();

        var expected = Expected.EnumerateObject().Single(property => property.Name.StartsWith("friend column", StringComparison.Ordinal)).Value;
        foreach (var (want, have) in expected.GetProperty("first").EnumerateArray().Zip(joined)) Assert.Equal(want.GetDouble(), have, 6);
        Assert.Equal(expected.GetProperty("sum").GetDouble(), joined.Sum(), 6);
    }

    private static long[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt64())];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
