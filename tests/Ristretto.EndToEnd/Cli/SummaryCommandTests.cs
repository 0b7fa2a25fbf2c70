using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto summary --json</c> against the numbers of uproot and ROOT.</summary>
public sealed class SummaryCommandTests
{
    private static readonly string[] s_exact = ["name", "type", "n", "min", "max", "nonfinite", "crc32"];

    [Theory]
    [MemberData(nameof(SharedData.ReferenceFiles), MemberType = typeof(SharedData))]
    public void Json_EveryObjectOfEveryFile_EqualsTheReference(string folder, string name)
    {
        var run = CliRun.Of("summary", SharedData.Path(folder, name), "--json");
        var actual = run.Json();
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Path(folder, "expected", name + ".json")));
        var expected = document.RootElement;

        Assert.Equal(expected.TryGetProperty("error", out _), actual.TryGetProperty("error", out _));
        Assert.Equal(expected.TryGetProperty("error", out _) ? 3 : 0, run.ExitCode);
        Assert.Equal(expected.GetProperty("file").GetString(), actual.GetProperty("file").GetString());
        foreach (var (want, have) in Pairs(expected.GetProperty("objects"), actual.GetProperty("objects")))
        {
            foreach (var field in (string[])["path", "cycle", "class"]) Assert.Equal(Text(want, field), Text(have, field));
            if (Text(want, "class")!.Contains("RNTuple", StringComparison.Ordinal)) continue;
            if (want.TryGetProperty("columns", out var columns)) CompareTrees(name, want, have, columns);
            else Compare(want, have, $"{name}:{Text(want, "path")}");
        }
    }

    [Fact]
    public void Recover_FileThatWasNotClosed_SumsUpWhatIsFound()
    {
        var file = SharedData.Path("root-written", "unclosed.root");

        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root-written", "expected", "unclosed.extra.json")));
        var tree = CliRun.Of("summary", $"{file}:Events", "--recover", "--json").Succeeded().Json().GetProperty("objects")[0];

        Assert.Equal(1200, tree.GetProperty("entries").GetInt32());
        Assert.Equal(expected.RootElement.GetProperty("sum x").GetDouble(), tree.GetProperty("columns")[0].GetProperty("sum").GetDouble(), 1e-4);
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

    // What the reference did not read we may: then there are columns more, of the branches that it lists as unread.
    private static void CompareTrees(string file, JsonElement want, JsonElement have, JsonElement columns)
    {
        Assert.Equal(Text(want, "entries"), Text(have, "entries"));
        Assert.Equal(Text(want, "empty"), Text(have, "empty"));
        string[] unread = want.TryGetProperty("unread", out var list) ? [.. list.EnumerateArray().Select(branch => branch.GetProperty("name").GetString()!)] : [];
        bool IsExtra(string name) => unread.Any(branch => name == branch || name.StartsWith($"{branch}.", StringComparison.Ordinal));
        JsonElement[] wanted = [.. columns.EnumerateArray()], mine = [.. have.GetProperty("columns").EnumerateArray().Where(column => !IsExtra(column.GetProperty("name").GetString()!))];
        Assert.Equal(wanted.Select(column => column.GetProperty("name").GetString()), mine.Select(column => column.GetProperty("name").GetString()));
        foreach (var (a, b) in wanted.Zip(mine))
            if (!ReferenceMistakes.Contains(file, a.GetProperty("name").GetString()!)) Compare(a, b);
        if (have.TryGetProperty("unread", out var left)) Assert.All(left.EnumerateArray(), branch => Assert.True(IsExtra(branch.GetProperty("name").GetString()!), branch.ToString()));
    }

    // Everything equal but sums, statistics and entries of histograms, which may be added up in another order, and texts for people.
    private static void Compare(JsonElement want, JsonElement have, string where)
    {
        switch (want.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(want.EnumerateObject().Select(field => field.Name).Order(), have.EnumerateObject().Select(field => field.Name).Order());
                foreach (var field in want.EnumerateObject())
                    if (field.Name is not ("unreadable" or "reason" or "error")) Compare(field.Value, have.GetProperty(field.Name), $"{where}.{field.Name}");
                break;
            case JsonValueKind.Array:
                foreach (var (a, b) in Pairs(want, have)) Compare(a, b, where);
                break;
            case JsonValueKind.Number when where.EndsWith(".sum", StringComparison.Ordinal) || where.Contains(".stats.", StringComparison.Ordinal) || where.EndsWith(".entries", StringComparison.Ordinal):
                Assert.True(Math.Abs(want.GetDouble() - have.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(want.GetDouble())), $"{where}: {have}, expected {want}");
                break;
            case JsonValueKind.Number:
                Assert.True(want.GetDouble() == have.GetDouble(), $"{where}: {have}, expected {want}");
                break;
            default:
                Assert.True(want.ToString() == have.ToString(), $"{where}: {have}, expected {want}");
                break;
        }
    }

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
