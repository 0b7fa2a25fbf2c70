using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto summary --json</c> against the numbers of uproot and ROOT.</summary>
public sealed class SummaryCommandTests
{
    private static readonly string[] s_exact = ["name", "type", "n", "min", "max", "nonfinite", "crc32"];

    [Theory]
    [InlineData("NanoAODv5_sample", 1479)]
    [InlineData("nano_dy", 1507)]
    [InlineData("nano_dy_empty", 1499)]
    [InlineData("nano_dy_SpecialTree", 3381)]
    [InlineData("nano_tt_v12", 654)]
    [InlineData("uproot-HZZ-zstd", 51)]
    [InlineData("uproot-sample-5.30.00-lzma", 35)]
    [InlineData("nano_dy_rntuple", 1878)]
    [InlineData("test_int_multicluster_rntuple_v1-0-0-0", 1)]
    public void Json_EveryColumnOfEveryTree_EqualsTheReference(string name, int columns)
    {
        var actual = CliRun.Of("summary", SharedData.Path("root", name + ".root"), "--json").Succeeded().Json();
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root", "expected", name + ".root.json")));
        var expected = document.RootElement;

        Assert.Equal(expected.GetProperty("file").GetString(), actual.GetProperty("file").GetString());
        var compared = 0;
        foreach (var (want, have) in Pairs(expected.GetProperty("objects"), actual.GetProperty("objects")))
        {
            foreach (var field in (string[])["path", "cycle", "class"]) Assert.Equal(Text(want, field), Text(have, field));
            if (!want.TryGetProperty("columns", out var wanted)) continue;
            Assert.Equal(Text(want, "entries"), Text(have, "entries"));
            Assert.False(have.TryGetProperty("unread", out _));
            foreach (var (column, mine) in Pairs(wanted, have.GetProperty("columns")))
            {
                Compare(column, mine);
                compared++;
            }
        }
        Assert.Equal(columns, compared);
    }

    [Fact]
    public void Json_OneTreeAndPattern_LimitsTheSummary()
    {
        var summary = CliRun.Of("summary", CliRun.Sample, "--tree", "Events", "--columns", "Jet_*", "--json").Succeeded().Json();

        var tree = Assert.Single(summary.GetProperty("objects").EnumerateArray());
        Assert.All(tree.GetProperty("columns").EnumerateArray(), column => Assert.StartsWith("Jet_", column.GetProperty("name").GetString(), StringComparison.Ordinal));
        Assert.Equal("Jet_pt", tree.GetProperty("columns")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Json_OfAFile_HasOneLinePerObjectAndColumn()
    {
        var lines = CliRun.Of("summary", CliRun.Sample, "--columns", "run,event", "--tree", "Events", "--json").Succeeded().Output.TrimEnd('\n').Split('\n');

        Assert.Equal(6, lines.Length);
        Assert.StartsWith("""  {"name":"run",""", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfAColumn_ShowsCountAndRange() =>
        Assert.Matches(@"\n  nJet +uint32 +16 500 +7\.218 +4 +17 +\w{8}\n", CliRun.Of("summary", $"{CliRun.Sample}:Events", "--columns", "nJet").Succeeded().Output);

    private static IEnumerable<(JsonElement, JsonElement)> Pairs(JsonElement a, JsonElement b)
    {
        Assert.Equal(a.GetArrayLength(), b.GetArrayLength());
        return a.EnumerateArray().Zip(b.EnumerateArray());
    }

    // A sum may be made in any order: 1e-9 of the sum of the values' sizes, which is at least |sum| and at least n times the smallest size.
    private static void Compare(JsonElement want, JsonElement have)
    {
        var name = want.GetProperty("name").GetString();
        foreach (var field in s_exact) Assert.True(Equals(Number(want, field), Number(have, field)), $"{name}: {field} is {Text(have, field)}, expected {Text(want, field)}");
        Assert.Equal(Text(want, "lists"), Text(have, "lists"));
        if (!want.TryGetProperty("sum", out var sum)) return;
        var (n, largest) = (want.GetProperty("n").GetDouble(), Math.Max(Size(want, "min"), Size(want, "max")));
        Assert.True(Math.Abs(sum.GetDouble() - have.GetProperty("sum").GetDouble()) <= 1e-9 * Math.Min(n * largest, Math.Max(Math.Abs(sum.GetDouble()), largest)), $"{name}: {have} instead of {want}");
    }

    private static double Size(JsonElement element, string field) => element.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? Math.Abs(number.GetDouble()) : 0;

    private static object? Number(JsonElement element, string field) => !element.TryGetProperty(field, out var value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.ToString();

    private static string? Text(JsonElement element, string field) => element.TryGetProperty(field, out var value) ? value.GetRawText() : null;
}
