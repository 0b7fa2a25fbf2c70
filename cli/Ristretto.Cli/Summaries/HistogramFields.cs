using System.Text.Json.Nodes;
using Ristretto.Bytes.Objects;

namespace Ristretto.Cli.Summaries;

/// <summary>What the summary says of histograms and profiles.</summary>
internal static class HistogramFields
{
    private static readonly string[] s_axes = ["fXaxis", "fYaxis", "fZaxis"];

    /// <summary>Whether objects of a class are histograms or profiles.</summary>
    internal static bool IsHistogram(string className) => className is ['T', 'H', '1' or '2' or '3', 'C' or 'S' or 'I' or 'L' or 'F' or 'D' or 'K'] or "TProfile" or "TProfile2D" or "TProfile3D";

    /// <summary>The fields in the order of the canonical form.</summary>
    internal static JsonObject Of(ObjectRecord record)
    {
        var fields = new JsonObject
        {
            ["title"] = record.Title,
            ["axes"] = new JsonArray([.. s_axes.Take(Dimensions(record.ClassName)).Select(axis => (JsonNode)Axis(record.GetObject(axis) ?? throw new ArgumentException($"a {record.ClassName} without {axis}")))]),
            ["contents"] = ObjectFields.Array(record.GetArray<double>("fArray"), withCount: true),
        };
        AddCells(fields, "variances", record, "fSumw2");
        if (record.Has("fBinEntries")) fields["binentries"] = ObjectFields.Array(record.GetArray<double>("fBinEntries"), withCount: true);
        AddCells(fields, "binsumw2", record, "fBinSumw2");
        fields["entries"] = ObjectFields.Number(record.Get<double>("fEntries"));
        var sums = new JsonObject();
        foreach (var name in record.Names.Where(name => name.StartsWith("fTsumw", StringComparison.Ordinal))) sums[name] = ObjectFields.Number(record.Get<double>(name));
        fields["stats"] = sums;
        if (record.GetObject("fFunctions") is { Items.Count: > 0 } functions)
            fields["functions"] = new JsonArray([.. functions.Items.Select(function => JsonValue.Create(function?.ClassName ?? ""))]);
        return fields;
    }

    /// <summary>Number of axes of a class.</summary>
    internal static int Dimensions(string className) => className switch
    {
        "TProfile" => 1,
        "TProfile2D" => 2,
        "TProfile3D" => 3,
        _ => className[2] - '0',
    };

    private static void AddCells(JsonObject fields, string name, ObjectRecord record, string member)
    {
        if (record.Has(member) && record.GetArray<double>(member) is { Length: > 0 } cells) fields[name] = ObjectFields.Array(cells, withCount: true);
    }

    private static JsonObject Axis(ObjectRecord axis)
    {
        var (bins, edges) = (axis.Get<int>("fNbins"), axis.GetArray<double>("fXbins"));
        if (edges.Length == 0) edges = [axis.Get<double>("fXmin"), axis.Get<double>("fXmax")];
        var fields = new JsonObject { ["n"] = bins, ["edges"] = new JsonArray([.. edges.Select(ObjectFields.Number)]), ["title"] = axis.Title };
        if (axis.Has("fLabels") && axis.GetObject("fLabels") is { Items.Count: > 0 } labels && bins is > 0 and < 1 << 24)
        {
            var texts = new string[bins];
            System.Array.Fill(texts, "");
            foreach (var label in labels.Items)
                if (label is { ClassName: "TObjString" } && label.Get<long>("fUniqueID") is >= 1 and var bin && bin <= bins) texts[bin - 1] = label.Get<string>("fString");
            fields["labels"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
        }
        return fields;
    }
}
