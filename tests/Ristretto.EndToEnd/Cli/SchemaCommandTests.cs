using Ristretto.Cli.Schemas;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto schema</c>: the columns of a file, of which the compiler makes types.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private static readonly string[] s_nanoAod = ["nano_dy", "nano_tt_v12", "NanoAODv5_sample"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("adl-100k.root")]
    [InlineData("adl-100k.rntuple.root")]
    public void Schema_OfTheBenchmark_IsTheOneThatItsTypesAreMadeOf(string file)
    {
        var output = CliRun.Of("schema", SharedData.Path("adl", file), "--name", "Adl", "--namespace", "Ristretto.Analyses.Adl", "--versions", "2012").Succeeded().Output;

        var expected = File.ReadAllLines(Repository.PathOf("analyses", "Adl", "adl.schema"));
        Assert.Equal(Columns(expected), Columns(output.Split('\n')));

        // The order is the file's.
        static IEnumerable<string> Columns(IEnumerable<string> lines) => lines.Where(line => !line.StartsWith('#') && line.Length > 0).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Schemas_OfNanoAod_CompileAndReadTheirFiles()
    {
        var program = new StringWriter();
        foreach (var name in s_nanoAod)
        {
            var file = SharedData.Path("root", $"{name}.root");
            var type = name.Replace("_", "", StringComparison.Ordinal);
            _folder.Write($"mine/{name}.schema", CliRun.Of("schema", file, "--name", type, "--namespace", name).Succeeded().Output);
            program.WriteLine($$"""
                {
                    var (jets, muons) = (0, 0);
                    {{name}}.{{type}}Batch.Open("{{file}}").Run(ev =>
                    {
                        foreach (var e in ev)
                        {
                            foreach (var jet in e.Jet) if (jet.Pt > 0) System.Threading.Interlocked.Increment(ref jets);
                            foreach (var jet in e.Jet) if (jet.Muon1.Exists && jet.Direction.DeltaR(jet.Muon1.Direction) < 1) System.Threading.Interlocked.Increment(ref muons);
                        }
                    });
                    System.Console.WriteLine($"{jets} {muons > 0}");
                }
                """);
        }
        _folder.Write("mine/Mine.cs", program.ToString());
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        _folder.Write("mine/Mine.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}Ristretto.*.dll" />
                <Analyzer Include="{Repository.PathOf("artifacts", "bin", "Ristretto.Events.Generators", configuration, "Ristretto.Events.Generators.dll")}" />
                <AdditionalFiles Include="*.schema" />
              </ItemGroup>
            </Project>
            """);

        var lines = ShellCommand.Run("dotnet", ["run", "--project", _folder["mine"]], _folder.Path).Output.Trim().Split('\n');

        var expected = s_nanoAod.Select(name => $"{Jets(SharedData.Path("root", $"{name}.root"))} True");
        Assert.Equal(expected, lines);

        static string Jets(string file) => CliRun.Of("summary", $"{file}:Events", "--columns", "Jet_pt", "--json").Succeeded().Json().GetProperty("objects")[0]
            .GetProperty("columns")[0].GetProperty("n").GetRawText();
    }

    [Fact]
    public void Schema_WithoutATree_TakesEventsOrTheOnlyOne()
    {
        var file = _folder["two.root"];
        CliRun.Of("convert", CliRun.Sample, _folder["one.root"], "--to", "ttree").Succeeded();
        CliRun.Of("convert", $"{CliRun.Sample}:Runs", file, "--to", "ttree").Succeeded();

        Assert.Contains("scalars\n  run ", CliRun.Of("schema", file).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("collection Jet Jets nJet particle", CliRun.Of("schema", _folder["one.root"]).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_TwoFiles_AreTwoVersions()
    {
        var other = _folder["other.root"];
        CliRun.Of("convert", $"{CliRun.Sample}:Events", other, "--to", "ttree", "--columns", "run,Jet_pt").Succeeded();

        var lines = CliRun.Of("schema", other, CliRun.Sample, "--versions", "a,b").Succeeded().Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();

        Assert.Contains("versions a b", lines);
        Assert.Contains(lines, line => line.StartsWith("Jet_pt float a,b GeV", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Jet_eta float b -", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_TreeThatIsNotThere_NamesTheNearest() =>
        Assert.Contains("Events", CliRun.Of("schema", $"{CliRun.Sample}:Evnts").Failed(3), StringComparison.Ordinal);

    [Fact]
    public void Schema_TreeWithoutNumbers_SaysWhatToDo()
    {
        var texts = _folder["texts.root"];
        CliRun.Of("convert", SharedData.Path("root", "ntpl001_staff_rntuple_v1-0-0-0.root"), texts, "--columns", "Nation", "--to", "ttree").Succeeded();

        Assert.Contains("has no numbers and no lists of numbers, of which events are made", CliRun.Of("schema", texts).Failed(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_WhatCannotBeAColumn_IsListedWithTheReason()
    {
        var output = CliRun.Of("schema", SharedData.Path("root", "uproot-stl_containers.root")).Succeeded().Output;

        Assert.Contains("\n#   string  string: there are no columns of strings\n", output, StringComparison.Ordinal);
        Assert.Contains("list<list<string>>: there are no columns of strings\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  vector_vector_int32 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_OfPhyslite_HasItsObjectsByTheirNames()
    {
        var output = CliRun.Of("schema", SharedData.Path("root", "PHYSLITE_example.root"), "--name", "Lite").Succeeded().Output;

        Assert.Contains("\ntree      CollectionTree\n", output, StringComparison.Ordinal);
        Assert.Contains("\ngroup EventInfo=EventInfoAuxDyn.  columns EventInfoAuxDyn.…\n", output, StringComparison.Ordinal);
        Assert.Contains("\ncollection AnalysisJets=AnalysisJetsAuxDyn. AnalysisJetsCollection AnalysisJetsAuxDyn.pt particle  columns AnalysisJetsAuxDyn.…\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  AnalysisJetsAuxDyn.SumPtTrkPt500                       float[] v1 -\n", output, StringComparison.Ordinal);
        Assert.Contains("\n#   MET_Core_AnalysisMETAuxDyn.name  list<string>: there are no columns of strings\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int", "uint", "long")]
    [InlineData("float", "int", "double")]
    [InlineData("byte", "int", "int")]
    [InlineData("float", "double", "double")]
    [InlineData("bool", "byte", "byte")]
    public void Wider_HoldsTheValuesOfBoth(string a, string b, string expected) => Assert.Equal((expected, expected), (SchemaTypes.Wider(a, b), SchemaTypes.Wider(b, a)));

    [Theory]
    [InlineData("--namespace a..b: names in C#", "--namespace", "a..b")]
    [InlineData("--name a-b: a name in C# has letters, digits and _, and begins with no digit", "--name", "a-b")]
    [InlineData("--versions names 2 for 1 files", "--versions", "a,b")]
    public void Schema_OptionsThatMakeNoSense_AreOneLine(string words, params string[] options) =>
        Assert.Contains(words, CliRun.Of(["schema", CliRun.Sample, .. options]).Failed(1), StringComparison.Ordinal);
}
