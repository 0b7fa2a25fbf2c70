using System.Globalization;
using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Json;

namespace Ristretto.Events.Datasets;

/// <summary>The JSON form of a set of luminosity sections: <c>{"run": [[first, last], …], …}</c>, both ends included.</summary>
public static class GoldenJson
{
    /// <summary>Reads a set of sections from a file, plain or gzip.</summary>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file, line and run.</exception>
    public static LumiMask Read(string path) => Parse(InputFile.ReadAll(path), path);

    /// <summary>Reads a set of sections from the bytes of its text.</summary>
    /// <param name="text">UTF-8 JSON.</param>
    /// <param name="path">Where the text comes from, for messages.</param>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file, line and run.</exception>
    public static LumiMask Parse(ReadOnlySpan<byte> text, string path)
    {
        var root = JsonText.Parse(text, path);
        if (root.Kind != JsonKind.Map) throw new ConfigurationException(path, root.Line, $"a golden JSON is an object of runs, found {root.Described}");
        List<LumiRange> ranges = [];
        HashSet<uint> runs = [];
        foreach (var (name, line, value) in root.Members)
        {
            if (!uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var run)) throw new ConfigurationException(path, line, $"\"{name}\" is not a run number");
            if (!runs.Add(run)) throw new ConfigurationException(path, line, $"run {run} is given a second time");
            if (value.Kind != JsonKind.List) throw new ConfigurationException(path, value.Line, $"run {run}: expected a list of [first, last], found {value.Described}");
            foreach (var item in value.Items) ranges.Add(ReadRange(path, run, item));
        }
        return new LumiMask(ranges);
    }

    /// <summary>The compact text, one line per run in rising order: <c>{"315257": [[7, 7], [17, 310]],</c> …</summary>
    public static string Write(LumiMask mask)
    {
        var text = new StringBuilder("{");
        var separator = "";
        foreach (var run in mask.Ranges.GroupBy(range => range.Run))
        {
            var list = string.Join(", ", run.Select(range => string.Create(CultureInfo.InvariantCulture, $"[{range.First}, {range.Last}]")));
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"\"{run.Key}\": [{list}]");
            separator = ",\n ";
        }
        return text.Append("}\n").ToString();
    }

    private static LumiRange ReadRange(string path, uint run, JsonValue item)
    {
        if (item.Kind != JsonKind.List || item.Items.Count != 2 || !IsSection(item.Items[0], out var first) || !IsSection(item.Items[1], out var last))
            throw new ConfigurationException(path, item.Line, $"run {run}: expected [first, last] of two section numbers, found {Describe(item)}");
        if (last < first) throw new ConfigurationException(path, item.Line, $"run {run}: the range [{first}, {last}] ends before it begins");
        return new(run, first, last);
    }

    private static bool IsSection(JsonValue value, out uint section)
    {
        var isSection = value.TryGetInteger(out var number) && number is >= 0 and <= uint.MaxValue;
        section = isSection ? (uint)number : 0;
        return isSection;
    }

    private static string Describe(JsonValue item) =>
        item.Kind != JsonKind.List ? item.Described : item.Items.Count != 2 ? $"a list of {item.Items.Count}" : $"[{item.Items[0].Described}, {item.Items[1].Described}]";
}
