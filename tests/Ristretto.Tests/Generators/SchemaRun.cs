using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Ristretto.Events.Generators;
using Ristretto.Events.Generators.Programs;
using Ristretto.Events.Generators.Usage;

namespace Ristretto.Tests.Generators;

/// <summary>Runs a generator over a schema or a program in memory.</summary>
internal sealed class SchemaRun
{
    internal const string Header = "namespace My.Format\nbatch MyBatch\nevent MyEvent\nversions v1 v2\n";

    private readonly CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    private SchemaRun(string program, string? schema, IIncrementalGenerator generator, bool isProgram = false, AnalyzerConfigOptionsProvider? options = null)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "My", [CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(LanguageVersion.Preview), "/some/Program.cs")], references,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()], schema is null ? [] : [new SchemaText("/some/my.schema", schema)],
            new CSharpParseOptions(LanguageVersion.Preview), options, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _);
        Output = output;
    }

    /// <summary>The compilation with the generated sources.</summary>
    internal Compilation Output { get; private set; }

    internal GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    internal ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    internal static SchemaRun Of(string schema) => new("namespace My;", schema, new SchemaGenerator());

    /// <summary>Runs the search for the branches that a program reads in loops.</summary>
    internal static SchemaRun OfProgram(string program, bool isProgram = false) => new(program, null, new UsageGenerator(), isProgram);

    /// <summary>Runs the generator of the handler of errors, for a library or a program that is built with these properties.</summary>
    internal static SchemaRun OfReport(bool isProgram, params (string Name, string? Value)[] properties) =>
        new(isProgram ? "System.Console.WriteLine();" : "namespace My;", null, new ErrorReportGenerator(), isProgram, new BuildProperties(properties));

    /// <summary>The errors of the compilation with the generated sources.</summary>
    internal IEnumerable<Diagnostic> Errors => Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The branches that an analysis was found to need.</summary>
    internal IReadOnlyList<string> Needed(string analysis) =>
        Output.Assembly.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "NeedsBranchesAttribute" && (string?)attribute.ConstructorArguments[0].Value == analysis)
            .SelectMany(attribute => attribute.ConstructorArguments[1].Values).Select(value => (string)value.Value!).ToArray();

    /// <summary>The generated text of a type, by its name.</summary>
    internal string Text(string type) => Result.GeneratedSources.Single(source => source.HintName == $"My.Format.{type}.g.cs").SourceText.ToString();

    /// <summary>Runs again after an edit that has nothing to do with the schema, and after edits of the schema when a text is given.</summary>
    internal SchemaRun Again(string? schema = null)
    {
        var edited = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { }", new CSharpParseOptions(LanguageVersion.Preview)));
        if (schema is not null) _driver = _driver.ReplaceAdditionalTexts([new SchemaText("/some/my.schema", schema)]);
        _driver = _driver.RunGeneratorsAndUpdateCompilation(edited, out var output, out _);
        Output = output;
        return this;
    }

    private sealed class SchemaText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class BuildProperties((string Name, string? Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options((string Name, string? Value)[] properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                (value = properties.FirstOrDefault(property => $"build_property.{property.Name}" == key).Value) is not null;
        }
    }
}
