using System.Text.Json.Nodes;
using Ristretto.Analyses.HH4b;
using Ristretto.Bytes.Errors;
using Ristretto.EndToEnd.Cli;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>What a run leaves behind, above all one that goes wrong.</summary>
public sealed class HH4bOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder["out"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_SecondIntoTheSameFolder_IsRefusedUnlessAsked()
    {
        var fileset = Fileset();
        Run(fileset);
        File.WriteAllText(Path.Combine(Output, "cutflow.json"), "mine");

        Assert.Contains("--overwrite", Assert.Throws<OutputException>(() => Run(fileset)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Output, "cutflow.json")));

        new HH4bProgram().Run(Request(fileset) with { Overwrite = true });
        Assert.NotEqual("mine", File.ReadAllText(Path.Combine(Output, "cutflow.json")));
        AssertOnly("fileset.json", "out");
    }

    [Fact]
    public void Run_TruncatedSecondFile_LeavesNothing()
    {
        var whole = File.ReadAllBytes(DemoFile("demo_data_UL18"));
        File.WriteAllBytes(_folder["short.root"], whole[..(whole.Length / 2)]);

        var error = Assert.ThrowsAny<RistrettoException>(() => Run(Fileset(WithSecond("short.root"))));

        Assert.Contains("short.root", error.Message, StringComparison.Ordinal);
        AssertOnly("fileset.json", "short.root");
    }

    [Fact]
    public void Run_SecondFileDamagedInside_LeavesNothing()
    {
        var bytes = File.ReadAllBytes(DemoFile("demo_data_UL18"));
        bytes.AsSpan(bytes.Length / 4, bytes.Length / 4).Clear();
        File.WriteAllBytes(_folder["damaged.root"], bytes);

        var error = Assert.ThrowsAny<RistrettoException>(() => Run(Fileset(WithSecond("damaged.root"))));

        Assert.Contains("damaged.root", error.Message, StringComparison.Ordinal);
        AssertOnly("damaged.root", "fileset.json");
    }

    [Fact]
    public void Run_AfterACrash_ReplacesWhatItLeft()
    {
        _folder.Write("out.partial/cutflow.json", "half");
        _folder.Write("out.partial/left.over", "half");

        Run(Fileset());

        AssertOnly("fileset.json", "out");
        Assert.Equal(["cutflow.json", "cutflow_variations.json", "histograms.json", "histograms.root", "report", "run.json", "variations.json", "variations.root"], Names(Output));
    }

    [Fact]
    public void Run_ProcessThatIsNotConfigured_IsNamedAsSkipped()
    {
        List<string> notes = [];
        var fileset = Fileset(sets => sets["WW_UL18"] = With(sets["demo_TTToSemiLeptonic_UL18"]!, ("process", "WW")));

        new HH4bProgram().Run(Request(fileset) with { Note = notes.Add });

        Assert.Contains(notes, note => note.Contains("skipped", StringComparison.Ordinal) && note.EndsWith(": WW_UL18", StringComparison.Ordinal));
        Assert.False(HH4bRun.Json(Output, "cutflow.json").TryGetProperty("WW_UL18", out _));
    }

    [Fact]
    public void Run_UnknownDataset_NamesTheNearest()
    {
        var error = Assert.Throws<ConfigurationException>(() => new HH4bProgram().Run(Request(Fileset()) with { Datasets = ["demo_HH4b_UL17"] }));

        Assert.Contains("demo_HH4b_UL17", error.Message, StringComparison.Ordinal);
        Assert.Contains("nearest: demo_HH4b_UL18", error.Message, StringComparison.Ordinal);
        AssertOnly("fileset.json");
    }

    [Fact]
    public void Run_FileWithoutTheTriggerPath_NamesPathAndFile()
    {
        var other = SharedData.Path("samples", "data_2022_EE_E.root");

        var error = Assert.ThrowsAny<RistrettoException>(() => Run(Fileset(WithSecond(other))));

        Assert.Contains("HLT_PFHT330PT30_QuadPFJet_75_60_45_40_TriplePFBTagDeepCSV_4p5", error.Message, StringComparison.Ordinal);
        Assert.Contains(other, error.Message, StringComparison.Ordinal);
        AssertOnly("fileset.json");
    }

    [Theory]
    [InlineData("demo_data_UL18", "TTToSemiLeptonic")]
    [InlineData("demo_HH4b_UL18", "data_A")]
    public void Run_ProcessOfAnotherKind_IsAnError(string dataset, string process)
    {
        var error = Assert.Throws<ConfigurationException>(() => Run(Fileset(sets => sets[dataset] = With(sets[dataset]!, ("process", process)))));

        Assert.Contains(dataset, error.Message, StringComparison.Ordinal);
        Assert.Contains("is_mc", error.Message, StringComparison.Ordinal);
        AssertOnly("fileset.json");
    }

    private static string DemoFile(string dataset) => Path.Combine(CliRun.Samples, dataset + ".root");

    private void Run(string fileset) => new HH4bProgram().Run(Request(fileset));

    private RunRequest Request(string fileset) => new()
    {
        Fileset = fileset,
        Corrections = Path.Combine(CliRun.Samples, "corrections"),
        Output = Output,
        Options = new RunOptions { Threads = 2 },
    };

    /// <summary>A fileset of the demo's samples with a change.</summary>
    private string Fileset(Action<JsonObject>? change = null)
    {
        var sets = JsonNode.Parse(File.ReadAllText(DemoRun.Fileset))!.AsObject();
        foreach (var (name, set) in sets) set!["files"] = new JsonObject { [DemoFile(name)] = "Events" };
        change?.Invoke(sets);
        return _folder.Write("fileset.json", sets.ToJsonString());
    }

    /// <summary>Adds a second data set with a file of its own.</summary>
    private static Action<JsonObject> WithSecond(string file) => sets =>
    {
        var second = sets["demo_data_UL18"]!.DeepClone();
        second["files"] = new JsonObject { [file] = "Events" };
        sets["second"] = second;
    };

    private static JsonNode With(JsonNode set, (string Key, JsonNode Value) change)
    {
        var copy = set.DeepClone();
        copy["metadata"]![change.Key] = change.Value;
        return copy;
    }

    private void AssertOnly(params string[] names) => Assert.Equal(names, Names(_folder.Path));

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
