using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files.Writing;

/// <summary>The classes that we describe are those that ROOT itself describes in its files.</summary>
public sealed class StreamerClassesTests
{
    // Arrays have no description in ROOT's files, and these classes are newer there: TAttMarker by its number only, graphs by a member.
    private static readonly string[] s_newer = ["TAttMarker", "TGraph", "TGraphErrors", "TGraphAsymmErrors", "ROOT::RNTuple"];

    [Fact]
    public void All_ClassesInFilesOfRoot_HaveTheSameElements()
    {
        var byRoot = new Dictionary<string, StreamerInfoRecord>();
        foreach (var name in (string[])["hists.root", "tree_none.root"])
        {
            using var file = RootFile.Open(SharedData.Path("root-written", name));
            foreach (var info in file.ReadStreamerInfos()) byRoot.TryAdd(info.ClassName, info);
        }

        var compared = 0;
        foreach (var ours in StreamerClasses.All.Where(known => byRoot.ContainsKey(known.Name) && !s_newer.Contains(known.Name)))
        {
            var theirs = byRoot[ours.Name];
            Assert.Equal((ours.Name, ours.Version, ours.Checksum), (theirs.ClassName, theirs.Version, theirs.Checksum));
            Assert.Equal(theirs.Elements.Select(element => (element.Name, element.Type, element.TypeName)), ours.Members.Select(member => (member.Name, member.Code, member.TypeName)));
            compared++;
        }
        Assert.True(compared > 45, $"{compared} classes were compared");
    }

    [Fact]
    public void All_ChecksumsOfClasses_FollowFromTheirElements()
    {
        // ROOT's sum over the names of a class, its bases and its members; collections and string have sums of other origin.
        foreach (var known in StreamerClasses.All.Where(known => known.Name is not ("THashList" or "TSeqCollection" or "TRefTable" or "TString" or "TAtt3D" or "TGraph")))
            Assert.True(Checksum(known) == known.Checksum, $"{known.Name}: {Checksum(known):x8} follows, {known.Checksum:x8} is noted");
    }

    private static uint Checksum(StreamerClass known)
    {
        var sum = 0u;
        Add(known.Name);
        foreach (var member in known.Members.Where(member => member.IsBase))
        {
            Add(member.Name);
            sum = unchecked(sum * 3 + StreamerClasses.Get(member.Name).Checksum);
        }
        foreach (var member in known.Members.Where(member => !member.IsBase))
        {
            if (member.TypeName.StartsWith("TH1::E", StringComparison.Ordinal) || member.TypeName == "EErrorType") sum = unchecked(sum * 3 + 1);
            Add(member.Name);
            Add(member.TypeName);
            Add(member.Counter);
        }
        return sum;

        void Add(string text)
        {
            foreach (var letter in text) sum = unchecked(sum * 3 + letter);
        }
    }
}
