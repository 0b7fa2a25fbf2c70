using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>Nothing is shown that does not run: C# in a document stands word for word in a compiled file, commands stand in console blocks, which a check runs.</summary>
public sealed class DocumentCodeTests
{
    // What compiles: the projects of the solution, the snippets (part of this test project) and the tutorials, each run by a test.
    private static readonly string[] s_compiled = ["src", "cli", "analyses", "tests", "benchmarks", "docs/snippets", "tutorials"];

    // Blocks that are no code: trees, tables, quoted output and data formats.
    private static readonly string[] s_plain = ["", "text", "json"];

    [Fact]
    public void Blocks_OfAllDocuments_StandInACompiledFile() =>
        Tree.Obeys(Violations(CodeBlock.OfAllDocuments(), SourceFile.All.Where(file => s_compiled.Any(file.IsBelow))));

    [Fact]
    public void Rule_BlockInNoFile_IsNamed() =>
        Assert.Equal(["README.md(1): stands in no compiled file: var jets = ev.Jets;"],
            Violations(CodeBlock.Of("README.md", "```csharp\nvar jets = ev.Jets;\n```\n"), [new("docs/snippets/A.cs", "// var jet = ev.Jets;")]));

    [Fact]
    public void Rule_BlockWithAnotherOrderOfLines_IsNamed() =>
        Assert.Single(Violations(CodeBlock.Of("README.md", "```csharp\nb();\na();\n```\n"), [new("docs/snippets/A.cs", "a();\nb();\n")]));

    [Fact]
    public void Rule_ShellBlock_IsNamed() =>
        Assert.Equal(["docs/a.md(2): a block marked bash is run by no check; console is"], Violations(CodeBlock.Of("docs/a.md", "\n```bash\nls\n```\n"), []));

    [Fact]
    public void Rule_IndentedInTheFile_IsTheSame() =>
        Assert.Empty(Violations(CodeBlock.Of("README.md", "```csharp\nif (x)\n    y();\n\nz();\n```\n"),
            [new("docs/snippets/A.cs", "class A\n{\n    if (x)\n        y();\n\n    z();\n}\n")]));

    private static IEnumerable<string> Violations(IEnumerable<CodeBlock> blocks, IEnumerable<SourceFile> files)
    {
        var texts = files.Select(file => file.Text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList()).ToList();
        foreach (var block in blocks.Where(block => block.Language != "console" && !s_plain.Contains(block.Language)))
        {
            var wanted = block.Lines.Where(line => line.Length > 0).ToList();
            if (block.Language != "csharp")
            {
                yield return $"{block.Document}({block.Line}): a block marked {block.Language} is run by no check; console is";
            }
            else if (wanted.Count > 0 && !texts.Any(text => StandsIn(text, wanted)))
            {
                yield return $"{block.Document}({block.Line}): stands in no compiled file: {wanted[0]}";
            }
        }
    }

    // The same lines one after the other, all indented by the same amount; empty lines do not count.
    private static bool StandsIn(List<string> text, List<string> wanted)
    {
        for (var start = 0; start + wanted.Count <= text.Count; start++)
        {
            var indent = text[start].Length - wanted[0].Length;
            if (indent < 0 || !text[start].AsSpan(0, indent).IsWhiteSpace()) continue;
            var prefix = text[start][..indent];
            if (wanted.Select((line, i) => text[start + i] == prefix + line).All(same => same)) return true;
        }
        return false;
    }
}
