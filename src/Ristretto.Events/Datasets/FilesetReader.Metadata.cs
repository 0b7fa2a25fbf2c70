using Ristretto.Events.Json;

namespace Ristretto.Events.Datasets;

public static partial class FilesetReader
{
    /// <summary>Names that filesets in the field use; a name that looks like one of these misspelt is refused.</summary>
    private static readonly string[] s_metadataKeys =
    [
        "year", "is_mc", "process", "era", "xs", "sumw", "sumw2", "lumi", "kFactor", "events", "columns", "sha256", "skim",
        "xs_before_filter", "filter_eff", "pythia_xs", "generated", "passes", "fraction_of_parent",
    ];

    private static DatasetMetadata ReadMetadata(string path, string dataset, int line, JsonValue map)
    {
        if (map.Kind != JsonKind.Map) Fail(path, map, $"data set \"{dataset}\": metadata is an object, found {map.Described}");
        RefuseRepeated(path, map, "metadata key");
        foreach (var member in map.Members)
        {
            if (Array.IndexOf(s_metadataKeys, member.Name) < 0 && Misspelling.Of(member.Name, s_metadataKeys) is { } meant)
                Fail(path, member.Line, $"unknown metadata key \"{member.Name}\"; nearest: {meant}");
        }

        var kind = Required("is_mc", "true or false");
        if (kind.Kind != JsonKind.Boolean) Wrong<bool>("is_mc", "true or false");
        var isMc = kind.Truth;
        return new()
        {
            Year = Text("year"),
            IsMc = isMc,
            Process = Text("process"),
            Era = Optional("era") is null ? null : Text("era"),
            CrossSection = Number("xs", isMc, value => value > 0, "a cross section in pb above 0"),
            SumOfWeights = Number("sumw", isMc, value => value != 0, "a sum of weights other than 0"),
            Luminosity = Number("lumi", isMc, value => value > 0, "a luminosity in /pb above 0"),
            KFactor = Number("kFactor", false, value => value > 0, "a factor above 0") ?? 1,
            Events = (long?)Number("events", false, value => value >= 0 && value == Math.Floor(value) && value < 9e15, "a number of events"),
            Entries = Entries(map),
        };

        JsonValue? Optional(string key) => map.TryGet(key, out var value) && value.Kind != JsonKind.Null ? value : null;

        JsonValue Required(string key, string what)
        {
            if (Optional(key) is { } value) return value;
            Fail(path, line, $"data set \"{dataset}\": metadata has no \"{key}\" ({what})");
            return null;
        }

        T Wrong<T>(string key, string expected)
        {
            map.TryGet(key, out var value);
            Fail(path, value!, $"data set \"{dataset}\": metadata \"{key}\" is {expected}, found {value!.Described}");
            return default;
        }

        string Text(string key)
        {
            var value = Required(key, "a string");
            return value is { Kind: JsonKind.Text, Text.Length: > 0 } ? value.Text : Wrong<string>(key, "a string that is not empty");
        }

        double? Number(string key, bool required, Func<double, bool> isRight, string expected)
        {
            var value = required ? Required(key, $"{expected}; simulation needs it") : Optional(key);
            if (value is null) return null;
            if (value.Kind == JsonKind.Text)
            {
                if (!Arithmetic.TryEvaluate(value.Text, out var result, out var error)) Fail(path, value, $"data set \"{dataset}\": metadata \"{key}\": {error}");
                return double.IsFinite(result) && isRight(result) ? result : Wrong<double>(key, expected);
            }
            return value.IsNumber && double.IsFinite(value.Number) && isRight(value.Number) ? value.Number : Wrong<double>(key, expected);
        }
    }

    private static SortedDictionary<string, string> Entries(JsonValue map)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _, value) in map.Members)
        {
            if (value.IsNumber || value.Kind == JsonKind.Text) entries[name] = value.Text;
            else if (value.Kind == JsonKind.Boolean) entries[name] = value.Truth ? "true" : "false";
        }
        return entries;
    }
}
