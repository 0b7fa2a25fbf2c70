using System.Diagnostics.CodeAnalysis;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Json;

namespace Ristretto.Events.Corrections.Reading;

/// <summary>An object of a payload whose fields are asked for by name and type; whatever is wrong names the file, the line and the pointer.</summary>
internal sealed class PayloadObject
{
    private readonly JsonValue _map;
    private readonly string _path;

    internal PayloadObject(string path, CorrectionStrictness strictness, JsonValue value, Place place, string what, params string[] known)
    {
        (_path, _map, Place) = (path, value, place);
        if (value.Kind != JsonKind.Map) Fail(place, value, $"expected {what}, found {value.Described}");
        if (strictness == CorrectionStrictness.Lenient) return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            if (Array.IndexOf(known, member.Name) < 0) throw new ConfigurationException(path, member.Line, $"{place}: unknown key \"{member.Name}\" in {what}{NearestNames.Hint(member.Name, known)}");
            if (!names.Add(member.Name)) throw new ConfigurationException(path, member.Line, $"{place}: key \"{member.Name}\" is given a second time");
        }
    }

    internal Place Place { get; }

    internal int Line => _map.Line;

    internal JsonValue Required(string name)
    {
        if (_map.TryGet(name, out var value)) return value;
        Fail(Place, _map, $"has no \"{name}\"");
        return null;
    }

    /// <summary>The field; null when it is absent or null.</summary>
    internal JsonValue? Optional(string name) => _map.TryGet(name, out var value) && value.Kind != JsonKind.Null ? value : null;

    internal string Text(string name) => Required(name) is { Kind: JsonKind.Text } value ? value.Text : Wrong<string>(name, "a string");

    internal string OptionalText(string name) => Optional(name) is null ? "" : Text(name);

    internal int Integer(string name) => Required(name).TryGetInteger(out var value) && value is >= int.MinValue and <= int.MaxValue ? (int)value : Wrong<int>(name, "an integer");

    internal double Number(string name) => Required(name) is { IsNumber: true } value && double.IsFinite(value.Number) ? value.Number : Wrong<double>(name, "a number");

    internal List<JsonValue> List(string name) => Required(name) is { Kind: JsonKind.List } value ? value.Items : Wrong<List<JsonValue>>(name, "a list");

    internal string[] Texts(string name) => [.. List(name).Select((item, i) => item.Kind == JsonKind.Text ? item.Text : Wrong<string>(Place[name][i], item, "a string"))];

    internal double[] Numbers(string name) => [.. List(name).Select((item, i) => item.IsNumber && double.IsFinite(item.Number) ? item.Number : Wrong<double>(Place[name][i], item, "a number"))];

    /// <summary>An error at a field.</summary>
    [DoesNotReturn]
    internal void Fail(string name, string reason) => Fail(Place[name], Required(name), reason);

    /// <summary>An error at the object itself.</summary>
    [DoesNotReturn]
    internal void Fail(string reason) => Fail(Place, _map, reason);

    [DoesNotReturn]
    internal void Fail(Place place, JsonValue at, string reason) => throw new ConfigurationException(_path, at.Line, $"{place}: {reason}".ReplaceLineEndings("\\n"));

    private T Wrong<T>(string name, string expected) => Wrong<T>(Place[name], Required(name), expected);

    private T Wrong<T>(Place place, JsonValue value, string expected)
    {
        Fail(place, value, $"expected {expected}, found {value.Described}");
        return default;
    }
}
