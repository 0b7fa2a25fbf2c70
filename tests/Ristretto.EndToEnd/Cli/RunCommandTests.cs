using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto run</c> with analyses of the user's own.</summary>
public sealed class RunCommandTests : IDisposable
{
    private static readonly string s_fileset = Path.Combine(CliRun.Samples, "fileset.json");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_AnalysisOfAnAssembly_GetsTheOptions()
    {
        var run = CliRun.Of("run", ChildProgram.TestAnalyses + ":planning", "--fileset", s_fileset, "--output", _folder["out"], "--threads", "3", "--memory", "1.5GiB", "--dry-run", "--json");

        Assert.Equal((0, "ristretto run: 3 data sets, 3 threads, 1610612736 bytes\n"), (run.ExitCode, run.Errors));
        Assert.Equal("planning", run.Json().GetProperty("analysis").GetString());
    }

    [Fact]
    public void Run_AssemblyWithSeveralAnalyses_AsksWhich()
    {
        var line = Run(ChildProgram.TestAnalyses).Failed(1);

        Assert.Contains($"{ChildProgram.TestAnalyses}:planning, ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnknownAnalysisOfAnAssembly_NamesTheNearest() =>
        Assert.Contains("nearest: planning", Run(ChildProgram.TestAnalyses + ":planing").Failed(1), StringComparison.Ordinal);

    [Fact]
    public void Run_FileThatIsNoAssembly_SaysSo() =>
        Assert.Contains("no .NET assembly", Run(_folder.Write("text.dll", "text")).Failed(3), StringComparison.Ordinal);

    [Fact]
    public void Run_MissingAssemblyOrEmptyFolder_IsNamed()
    {
        Assert.Contains("no such assembly", Run(_folder["none.dll"]).Failed(3), StringComparison.Ordinal);
        Assert.Contains("holds no project", Run(_folder.Path).Failed(3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2 GiB")]
    [InlineData("2Gb")]
    [InlineData("-1GiB")]
    [InlineData("0MB")]
    public void Run_WrongMemory_ShowsTheForm(string memory)
    {
        var line = CliRun.Of("run", ChildProgram.TestAnalyses + ":planning", "--fileset", s_fileset, "--output", _folder["out"], $"--memory={memory}").Failed(1);

        Assert.Contains("expected a size such as 2GiB", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MissingFileset_NamesTheNearest()
    {
        _folder.Write("fileset.json", "{}");

        var line = CliRun.Of("run", ChildProgram.TestAnalyses + ":planning", "--fileset", _folder["fileset.jsn"], "--output", _folder["out"]).Failed(3);

        Assert.Contains("fileset.json", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Project_IsBuiltAndRun()
    {
        WriteProject("""public RunResult Run(RunRequest request) { request.Note("mine"); return new PlanOnly().Run(request); }""");

        var run = Run(_folder["mine"], "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("ristretto run: mine\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ProjectThatDoesNotCompile_ShowsTheCompilersFirstError()
    {
        WriteProject("public RunResult Run(RunRequest request) => request.Nothing;");

        var run = Run(_folder["mine"], "--dry-run");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"does not compile: .*Mine\.cs\(\d+,\d+\): error CS1061: .*'Nothing'", run.Errors);
    }

    private CliRun Run(string analysis, params string[] more) => CliRun.Of(["run", analysis, "--fileset", s_fileset, "--output", _folder["out"], .. more]);

    private void WriteProject(string method)
    {
        _folder.Write("mine/Mine.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}Ristretto.Events.dll" Private="false" />
                <Reference Include="{AppContext.BaseDirectory}Ristretto.Columns.dll" Private="false" />
                <Reference Include="{AppContext.BaseDirectory}Ristretto.Bytes.dll" Private="false" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("mine/Mine.cs", $$"""
            using Ristretto.Events.Batches;
            using Ristretto.Events.Engine;
            using Ristretto.Events.Programs;
            public sealed class Mine : IAnalysisProgram
            {
                public string Name => "mine";
                public string Description => "of the user";
                {{method}}
            }
            internal sealed class PlanOnly { internal RunResult Run(RunRequest request) => new() { Plan = RunPlan.Make<NoBatch>([], request.Options) }; }
            internal sealed class NoBatch() : EventBatch([]);
            """);
    }
}
