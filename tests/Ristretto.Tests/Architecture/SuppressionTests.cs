using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>The compiler enforces documentation comments (CS1591) and banned symbols (RS0030) in src/; nobody switches either off.</summary>
public sealed partial class SuppressionTests
{
    [Fact]
    public void Libraries_SwitchOffNeitherDocumentationNorBannedSymbols() =>
        Tree.Obeys(Violations(Repository.Files.Where(IsBuildInput).Select(path => (path, File.ReadAllText(Repository.PathOf(path))))));

    [Fact]
    public void EachLibrary_OfTheBuild_HasDocumentationOfItsPublicTypes()
    {
        var missing = Projects.Libraries.Select(Assembly.Load).SelectMany(library => Undocumented(library.GetExportedTypes(),
            XDocument.Load(Path.ChangeExtension(library.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value)));

        Tree.Obeys(missing);
    }

    [Fact]
    public void BannedSymbols_OfTheBuild_ReachEveryLibrary()
    {
        var properties = File.ReadAllText(Repository.PathOf("Directory.Build.props"));

        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", properties, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt\" />", properties, StringComparison.Ordinal);
        Assert.Contains("T:System.Console;", File.ReadAllText(Repository.PathOf("BannedSymbols.txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Ristretto.Bytes/A.cs", "#pragma warning disable CS1591")]
    [InlineData("src/Ristretto.Bytes/A.cs", "#pragma warning disable CA1000, RS0030 // for now")]
    [InlineData("src/Ristretto.Bytes/A.cs", "[SuppressMessage(\"ApiDesign\", \"RS0030\")]")]
    [InlineData("src/Ristretto.Bytes/Ristretto.Bytes.csproj", "<NoWarn>$(NoWarn);CS1591</NoWarn>")]
    [InlineData("src/Ristretto.Bytes/Ristretto.Bytes.csproj", "<NoWarn>1591</NoWarn>")]
    [InlineData("src/Ristretto.Bytes/Ristretto.Bytes.csproj", "<GenerateDocumentationFile>false</GenerateDocumentationFile>")]
    [InlineData(".editorconfig", "dotnet_diagnostic.RS0030.severity = none")]
    public void Rule_SwitchedOffWarning_IsNamed(string path, string text) => Assert.Single(Violations([(path, text)]));

    [Fact]
    public void Rule_TypeWithoutDocumentation_IsNamed() =>
        Assert.Equal([typeof(SuppressionTests).FullName], Undocumented([typeof(SuppressionTests), typeof(PoolTests)], ["T:" + typeof(PoolTests).FullName]));

    private static bool IsBuildInput(string path) =>
        path == ".editorconfig" || path.StartsWith("src/", StringComparison.Ordinal) && (path.EndsWith(".cs", StringComparison.Ordinal)
            || path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".editorconfig", StringComparison.Ordinal));

    private static IEnumerable<string> Violations(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from line in file.Text.Split('\n')
        where SwitchedOff().IsMatch(line)
        select $"{file.Path}: {line.Trim()}";

    private static IEnumerable<string> Undocumented(IEnumerable<Type> types, IEnumerable<string> members)
    {
        var known = members.ToHashSet();
        return types.Where(type => !type.Name.Contains('<', StringComparison.Ordinal)).Select(type => type.FullName!.Replace('+', '.')).Where(name => !known.Contains("T:" + name));
    }

    [GeneratedRegex("""(#pragma\s+warning\s+disable\b.*|SuppressMessage.*|NoWarn.*|dotnet_diagnostic\.)\b(CS)?(1591|RS0030)\b|<GenerateDocumentationFile>\s*false""")]
    private static partial Regex SwitchedOff();
}
