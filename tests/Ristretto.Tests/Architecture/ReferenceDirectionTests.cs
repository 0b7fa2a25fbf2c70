using System.Reflection;
using System.Xml.Linq;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>A library may reference only libraries that sort before it; programs and analyses are above all of them.</summary>
public sealed class ReferenceDirectionTests
{
    [Fact]
    public void ProjectFiles_OfLibraries_ReferenceOnlyEarlierNames()
    {
        var references = Repository.Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(path => ReferencesOf(File.ReadAllText(Repository.PathOf(path))).Select(to => (Path.GetFileNameWithoutExtension(path), to)));

        Tree.Obeys(Violations(references));
    }

    [Fact]
    public void Assemblies_OfLibraries_ReferenceOnlyEarlierNames()
    {
        var references = Projects.Libraries.Select(Assembly.Load)
            .SelectMany(library => library.GetReferencedAssemblies().Select(to => (library.GetName().Name!, to.Name!)))
            .Where(pair => pair.Item2.StartsWith("Ristretto.", StringComparison.Ordinal));

        Tree.Obeys(Violations(references));
    }

    [Fact]
    public void Folders_OfSrc_AreTheKnownLibraries()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(Projects.Libraries.Append(Projects.Generator).Order(StringComparer.Ordinal), folders);
    }

    [Theory]
    [InlineData("Ristretto.Bytes", "Ristretto.Columns")]
    [InlineData("Ristretto.Columns", "Ristretto.Events.Generators")]
    [InlineData("Ristretto.Events.Generators", "Ristretto.Bytes")]
    [InlineData("Ristretto.Plots", "Ristretto.Cli")]
    [InlineData("Ristretto.Workflow", "Ristretto.Bytes")]
    public void Rule_ReferenceAgainstTheOrder_IsNamed(string from, string to) =>
        Assert.Equal([$"{from} must not reference {to}"], Violations([(from, to)]));

    [Fact]
    public void ReferencesOf_ProjectWithWindowsSeparators_FindsTheName() =>
        Assert.Equal(["Ristretto.Plots"], ReferencesOf("""<Project><ItemGroup><ProjectReference Include="..\Ristretto.Plots\Ristretto.Plots.csproj" /></ItemGroup></Project>"""));

    private static IEnumerable<string> ReferencesOf(string project) => XDocument.Parse(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> Violations(IEnumerable<(string From, string To)> references) => references
        .Where(pair => !IsAllowed(pair.From, pair.To))
        .Select(pair => $"{pair.From} must not reference {pair.To}");

    // The compiler alone uses the generator, for Events; Workflow submits command lines and knows no physics.
    private static bool IsAllowed(string from, string to) =>
        from == "Ristretto.Events" && to == Projects.Generator
        || from != Projects.Generator && from != "Ristretto.Workflow"
           && Projects.Libraries.Contains(to) && string.CompareOrdinal(to, from) < 0;
}
