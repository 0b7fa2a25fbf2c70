using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Sources.Listings;

public sealed class FileFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Connections _connections = new(null, TestContext.Current.CancellationToken);

    public FileFinderTests()
    {
        foreach (var name in (string[])["a/x1.root", "a/x10.root", "a/x2.root", "a/y[1].root", "a/.hidden.root", "b/c/x3.root", "b/notes.txt"]) _folder.Write(name, "x");
    }

    public void Dispose()
    {
        _connections.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<string> Expand(string pattern) => _connections.Expand(pattern).Select(path => Path.GetRelativePath(_folder.Path, path));

    [Theory]
    [InlineData("a/x*.root", new[] { "a/x1.root", "a/x2.root", "a/x10.root" })]
    [InlineData("a/", new[] { "a/x1.root", "a/x2.root", "a/x10.root", "a/y[1].root" })]
    [InlineData("**/x?.root", new[] { "a/x1.root", "a/x2.root", "b/c/x3.root" })]
    [InlineData("{b,a}/**/x[1-3].root", new[] { "b/c/x3.root", "a/x1.root", "a/x2.root" })]
    [InlineData("a/y[1].root", new[] { "a/y[1].root" })]
    [InlineData("a/none.root", new[] { "a/none.root" })]
    public void Expand_LocalPatterns_GivesTheFiles(string pattern, string[] expected) => Assert.Equal(expected, Expand(_folder[pattern]));

    [Fact]
    public void Expand_List_ReadsPathsRelativeToIt()
    {
        _folder.Write("lists/more.txt", "../b/c/*.root\n");
        var list = _folder.Write("lists/files.txt", "# the first\n../a/x1.root\n\n  root://host//store/x.root\n@more.txt\n");

        Assert.Equal([_folder["lists/../a/x1.root"], "root://host//store/x.root", _folder["lists/../b/c/x3.root"]], _connections.Expand("@" + list));
    }

    [Fact]
    public void Expand_ListThatNamesItself_Ends()
    {
        var list = _folder.Write("round.txt", "@round.txt");

        Assert.Contains("lists that name lists", Assert.Throws<SourceException>(() => _connections.Expand("@" + list)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/z*.root", "no file matches this pattern")]
    [InlineData("none/*.root", "there is no folder")]
    [InlineData("b/", "the folder has no .root files")]
    public void Expand_Nothing_IsAnError(string pattern, string message) =>
        Assert.Contains(message, Assert.Throws<SourceException>(() => _connections.Expand(_folder[pattern])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://host/a.root?list=*")]
    [InlineData("root://host:1094//store/a.root?authz=a*b")]
    [InlineData("root://host//store/a.root")]
    public void Expand_AddressOfOneFile_IsNotLookedUp(string address) => Assert.Equal([address], _connections.Expand(address));

    [Fact]
    public void Expand_Chain_IsRefused() =>
        Assert.Contains("chained addresses", Assert.Throws<SourceException>(() => _connections.Expand("simplecache::root://host//a.root")).Message, StringComparison.Ordinal);
}
