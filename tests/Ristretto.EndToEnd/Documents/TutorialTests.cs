using System.Globalization;
using Ristretto.EndToEnd.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Documents;

/// <summary>The tutorials run as they stand and print what they say.</summary>
[Collection("builds in the clone")]
public sealed class TutorialTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Tutorial.Names];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Tutorial_InTheClone_PrintsWhatItSays(string name)
    {
        var tutorial = new Tutorial(name);

        Assert.NotEqual("", tutorial.Expected);
        Assert.Equal(tutorial.Expected, tutorial.Run(_folder));
    }

    [Fact]
    public void FirstAnalysis_CountsAndDraws_WhatPlotCounts()
    {
        var values = CliRun.Of("plot", $"{CliRun.Sample}:Events", "Jet_pt[Jet_pt > 30 & abs(Jet_eta) < 2.4]",
                "--where", "count(Jet_pt > 30 & abs(Jet_eta) < 2.4) >= 4", "--bins", "60,0,300", "--json")
            .Succeeded().Json().EnumerateObject().Single().Value.GetProperty("storage").GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray();

        var printed = new Tutorial("01-first-analysis.cs").Run(_folder);

        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{values.Sum()} jets, {values[1..^1].Sum()} of them in the picture"), printed);
        Assert.StartsWith("<svg", File.ReadAllText(_folder["jets.svg"]), StringComparison.Ordinal);
    }
}
