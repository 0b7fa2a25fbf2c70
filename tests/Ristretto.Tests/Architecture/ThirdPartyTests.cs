using System.Xml.Linq;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>Every package that is pinned has its line, with a licence, in THIRD-PARTY.md.</summary>
public sealed class ThirdPartyTests
{
    [Fact]
    public void Packages_OfTheBuild_AreListedWithTheirLicence() =>
        Tree.Obeys(Violations(File.ReadAllText(Repository.PathOf("Directory.Packages.props")), File.ReadAllText(Repository.PathOf("THIRD-PARTY.md"))));

    [Fact]
    public void Rule_PackageWithoutALine_IsNamed() =>
        Assert.Equal(["Some.Package has no line in THIRD-PARTY.md"],
            Violations("""<Project><ItemGroup><PackageVersion Include="Some.Package" Version="1.0.0" /></ItemGroup></Project>""", "| Some.Other.Package | x | MIT |"));

    private static IEnumerable<string> Violations(string packages, string list) => XDocument.Parse(packages).Descendants("PackageVersion")
        .Select(package => package.Attribute("Include")!.Value)
        .Where(name => !list.Split('\n').Any(line => line.StartsWith($"| {name} ", StringComparison.Ordinal) && line.Count(letter => letter == '|') >= 4))
        .Select(name => $"{name} has no line in THIRD-PARTY.md");
}
