using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Ristretto.Bytes.Objects;

namespace Ristretto.Cli.Summaries;

/// <summary>What the summary says of objects without columns, by class.</summary>
internal static class ObjectFields
{
    private static readonly (string Name, string Member)[] s_graphArrays =
    [
        ("x", "fX"), ("y", "fY"), ("z", "fZ"), ("ex", "fEX"), ("ey", "fEY"), ("ez", "fEZ"),
        ("exlow", "fEXlow"), ("exhigh", "fEXhigh"), ("eylow", "fEYlow"), ("eyhigh", "fEYhigh"), ("exlow", "fExL"), ("exhigh", "fExH"),
    ];

    /// <summary>Whether anything but the class is said of objects of this class.</summary>
    internal static bool Describes(string className) =>
        HistogramFields.IsHistogram(className) || className is "TEfficiency" or "TObjString" or "TNamed"
        || className.StartsWith("TGraph", StringComparison.Ordinal) || className.StartsWith("TParameter<", StringComparison.Ordinal);

    /// <summary>The fields of an object in the order of the canonical form.</summary>
    internal static JsonObject Of(ObjectRecord record)
    {
        if (HistogramFields.IsHistogram(record.ClassName)) return HistogramFields.Of(record);
        if (record.ClassName == "TEfficiency") return OfEfficiency(record);
        if (record.ClassName.StartsWith("TGraph", StringComparison.Ordinal) && record.Has("fNpoints")) return OfGraph(record);
        if (record.ClassName.StartsWith("TParameter<", StringComparison.Ordinal)) return new JsonObject { ["value"] = Value(record) };
        return record.ClassName switch
        {
            "TObjString" => new JsonObject { ["value"] = record.Get<string>("fString") },
            "TNamed" => new JsonObject { ["name"] = record.Name, ["title"] = record.Title },
            _ => [],
        };
    }

    /// <summary>Number, sum and check sum of an array of doubles.</summary>
    internal static JsonObject Array(double[] values, bool withCount)
    {
        var digest = new JsonObject();
        if (withCount) digest["n"] = values.Length;
        digest["sum"] = values.Where(double.IsFinite).Sum();
        digest["crc32"] = Crc32.HashToUInt32(MemoryMarshal.AsBytes(values.AsSpan())).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        return digest;
    }

    /// <summary>A number, or null when it is not finite: JSON has no such numbers.</summary>
    internal static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static JsonNode? Value(ObjectRecord record) => record.ClassName switch
    {
        "TParameter<bool>" or "TParameter<Bool_t>" => record.Get<bool>("fVal"),
        "TParameter<float>" or "TParameter<double>" or "TParameter<Float_t>" or "TParameter<Double_t>" => Number(record.Get<double>("fVal")),
        _ => record.Get<long>("fVal"),
    };

    private static JsonObject OfEfficiency(ObjectRecord record)
    {
        var fields = new JsonObject { ["title"] = record.Title, ["confidence"] = Number(record.Get<double>("fConfLevel")) };
        foreach (var (name, member) in (ReadOnlySpan<(string, string)>)[("passed", "fPassedHistogram"), ("total", "fTotalHistogram")])
        {
            if (record.GetObject(member) is not { } histogram) continue;
            var nested = new JsonObject { ["class"] = histogram.ClassName };
            foreach (var (key, value) in HistogramFields.Of(histogram)) nested[key] = value?.DeepClone();
            fields[name] = nested;
        }
        return fields;
    }

    private static JsonObject OfGraph(ObjectRecord record)
    {
        var fields = new JsonObject { ["title"] = record.Title, ["n"] = record.Get<int>("fNpoints") };
        foreach (var (name, member) in s_graphArrays)
            if (record.Has(member)) fields[name] = Array(record.GetArray<double>(member), withCount: false);
        return fields;
    }
}
