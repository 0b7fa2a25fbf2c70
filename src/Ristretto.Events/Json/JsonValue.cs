using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ristretto.Events.Json;

/// <summary>A value of a JSON document that knows its line, so that whoever finds it wrong can say where.</summary>
internal sealed class JsonValue
{
    /// <summary>A value of the given kind that starts in the given line.</summary>
    internal JsonValue(JsonKind kind, int line) => (Kind, Line) = (kind, line);

    internal JsonKind Kind { get; }

    /// <summary>Line in the file, counted from 1.</summary>
    internal int Line { get; }

    /// <summary>The value of <see cref="JsonKind.Boolean"/>.</summary>
    internal bool Truth { get; init; }

    /// <summary>The value of <see cref="JsonKind.Text"/>; of a number the literal as written.</summary>
    internal string Text { get; init; } = "";

    /// <summary>The value of a number; ±infinity when the literal is too large.</summary>
    internal double Number { get; init; }

    /// <summary>The elements of <see cref="JsonKind.List"/>.</summary>
    internal List<JsonValue> Items { get; init; } = s_noItems;

    /// <summary>The members of <see cref="JsonKind.Map"/> in the order of the file.</summary>
    internal List<JsonMember> Members { get; init; } = s_noMembers;

    private static readonly List<JsonValue> s_noItems = [];
    private static readonly List<JsonMember> s_noMembers = [];

    internal bool IsNumber => Kind is JsonKind.Integer or JsonKind.Real;

    /// <summary>The value of an integer literal that fits into 64 bits.</summary>
    internal bool TryGetInteger(out long value)
    {
        value = 0;
        return Kind is JsonKind.Integer && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The last member of that name, as JSON readers in the field resolve repeated names.</summary>
    internal bool TryGet(string name, [NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        foreach (var member in Members)
            if (member.Name == name) value = member.Value;
        return value is not null;
    }

    /// <summary>What the value is, for messages: <c>the string "abc"</c>, <c>the number 5</c>, <c>a list</c>.</summary>
    internal string Described => Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => Truth ? "true" : "false",
        JsonKind.Integer or JsonKind.Real => $"the number {Text}",
        JsonKind.Text => $"the string \"{Text}\"",
        JsonKind.List => "a list",
        _ => "an object",
    };
}
