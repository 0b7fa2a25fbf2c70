using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ristretto.Tests.Architecture;

/// <summary>No type has the last word of a project as its name: inside Ristretto.* the compiler would read it as the namespace. No type starts with ROOT's T.</summary>
public sealed class TypeNameTests
{
    private static readonly string[] s_reserved =
        [.. Projects.Libraries.Select(name => name[(name.LastIndexOf('.') + 1)..]), "Generators", "Cli", "Analyses", "Ristretto"];

    [Fact]
    public void Types_OfTheProject_AreNotNamedLikeAProject() => Tree.Obeys(Violations(SourceFile.All.Where(file => !file.IsBelow("tests"))));

    [Theory]
    [InlineData("class Events { }", "Events")]
    [InlineData("struct Columns<T> { }", "Columns")]
    [InlineData("namespace A { enum Plots { } }", "Plots")]
    [InlineData("class TTree { }", "TTree")]
    public void Rule_ReservedName_IsNamed(string text, string name) =>
        Assert.Equal([$"src/A.cs: {name}"], Violations([new("src/A.cs", text)]));

    [Fact]
    public void Rule_ANounOfItsOwn_IsAllowed() => Assert.Empty(Violations([new("src/A.cs", "class EventBatch { } class Tile { enum Columns { } } class TH1 { }")]));

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Types()
        where type.Parent is not TypeDeclarationSyntax      // a nested type is found before a namespace
        let name = type.Identifier.ValueText
        where s_reserved.Contains(name) || IsRootName(name)
        select $"{file.Path}: {name}";

    // TTree, TKey: a second capital followed by a small letter; abbreviations such as TH1 are a plain name of a format.
    private static bool IsRootName(string name) => name.Length > 2 && name[0] == 'T' && char.IsUpper(name[1]) && char.IsLower(name[2]);
}
