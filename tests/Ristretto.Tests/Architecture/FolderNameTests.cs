using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>Folders are named after a subject: nothing is called Util, Helpers or Common.</summary>
public sealed class FolderNameTests
{
    private static readonly string[] s_empty = ["util", "utils", "utilities", "helper", "helpers", "common", "misc"];

    [Fact]
    public void Folders_OfTheTree_NameASubject() => Tree.Obeys(Violations(Repository.Files));

    [Theory]
    [InlineData("src/Ristretto.Bytes/Utils/A.cs")]
    [InlineData("tests/helpers/B.js")]
    [InlineData("analyses/HH4b/Common/C.cs")]
    public void Rule_FolderWithoutSubject_IsNamed(string path) => Assert.Equal([Path.GetDirectoryName(path)], Violations([path]));

    private static IEnumerable<string> Violations(IEnumerable<string> paths) => paths
        .Select(path => Path.GetDirectoryName(path)!)
        .Distinct()
        .Where(folder => folder.Split('/').Any(part => s_empty.Contains(part, StringComparer.OrdinalIgnoreCase)));
}
