using System.Text;
using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Corrections;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Events.Corrections;

/// <summary>Malformed and odd documents: which of them load, against the two readers of correctionlib 2.9.0 (its evaluator and its schema).</summary>
public class BadDocumentTests
{
    /// <summary>What one of the reference readers takes and Ristretto refuses, because it has no meaning or crashes there.</summary>
    private static readonly Dictionary<string, string> s_refused = new(StringComparer.Ordinal)
    {
        ["binning: one edge"] = "no bins",
        ["formula: syntax"] = "an operator without operand",
        ["formularef: too few parameters"] = "crashes there",
        ["compound: empty stack"] = "0 there",
        ["bare NaN edge"] = "not JSON",
        ["bare Infinity edge"] = "not JSON",
        ["bare NaN content"] = "not JSON",
        ["binning: uniform reversed"] = "no bins",
        ["binning: uniform equal"] = "no bins",
        ["hashprng: no inputs"] = "one number for all",
    };

    /// <summary>What the evaluator refuses and Ristretto takes, because the meaning is clear.</summary>
    private static readonly HashSet<string> s_taken = new(StringComparer.Ordinal)
    {
        "binning: integer edges", "binning: mixed integer and real edges", "binning: uniform integer limits", "byte order mark",
    };

    [Fact]
    public void Parse_OddDocuments_LoadOnlyWhereTheReferenceDoes()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("corrections", "expected", "bad-documents.json")));
        List<string> failures = [];
        foreach (var document in file.RootElement.EnumerateArray())
        {
            var name = document.GetProperty("name").GetString()!;
            var expected = s_taken.Contains(name) || document.GetProperty("evaluator").GetString() == "loads" && !s_refused.ContainsKey(name);
            var message = Load(document, CorrectionStrictness.Lenient, out var set);
            if (expected != (set is not null)) failures.Add($"{name}: {(expected ? "should load" : "should not load")}: {message}");
            if (message is not null && (!message.StartsWith("odd.json:", StringComparison.Ordinal) || message.Contains('\n', StringComparison.Ordinal))) failures.Add($"{name}: {message}");
            if (set is not null && document.TryGetProperty("values", out var values)) Compare(name, set, document.GetProperty("at"), values, failures);
        }
        Assert.Equal(138, file.RootElement.GetArrayLength());
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [InlineData("unknown key in set", "odd.json:1: /: unknown key \"extra\" in the set")]
    [InlineData("unknown key in correction", "odd.json:1: /corrections/0: unknown key \"extra\" in a correction")]
    [InlineData("unknown key in node", "odd.json:1: /corrections/0/data: unknown key \"extra\" in a node of type binning")]
    [InlineData("category: duplicate key", "odd.json:1: /corrections/0/data/content/1/key: key a is given a second time")]
    [InlineData("duplicate key in object", "odd.json:1: /corrections/0: key \"version\" is given a second time")]
    public void Parse_Strict_RefusesWhatOnlyTheSchemaRefuses(string name, string expected)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("corrections", "expected", "bad-documents.json")));
        var document = file.RootElement.EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
        Assert.StartsWith(expected, Load(document, CorrectionStrictness.Strict, out _), StringComparison.Ordinal);
    }

    private static string? Load(JsonElement document, CorrectionStrictness strictness, out CorrectionSet? set)
    {
        set = null;
        try
        {
            set = CorrectionSet.Parse(Encoding.UTF8.GetBytes(document.GetProperty("text").GetString()!), "odd.json", strictness);
            return null;
        }
        catch (ConfigurationException e)
        {
            return e.Message;
        }
    }

    private static void Compare(string name, CorrectionSet set, JsonElement at, JsonElement values, List<string> failures)
    {
        foreach (var (x, expected) in at.EnumerateArray().Zip(values.EnumerateArray()))
        {
            string found;
            try
            {
                found = set[set.Names[0]].Evaluate(x.GetDouble()).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (CorrectionException)
            {
                found = "error";
            }
            if (found != expected.GetString() && (found == "error" || ReferenceTable.Number(found) != ReferenceTable.Number(expected.GetString()!))) failures.Add($"{name}: at {x}: expected {expected}, found {found}");
        }
    }
}
