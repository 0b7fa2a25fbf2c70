using System.Globalization;

namespace Ristretto.Events.Corrections;

/// <summary>One value handed to a correction: a real, an integer or a text. Made by conversion: <c>correction.Evaluate(2.4, 5, "nominal")</c>.</summary>
public readonly struct CorrectionInput
{
    private CorrectionInput(CorrectionType type, double real, long integer, string? text) => (Type, Real, Integer, Text) = (type, real, integer, text);

    /// <summary>The type of the value.</summary>
    public CorrectionType Type { get; }

    /// <summary>The value of a real or an integer as a double.</summary>
    public double Real { get; }

    /// <summary>The value of an integer.</summary>
    public long Integer { get; }

    /// <summary>The value of a text.</summary>
    public string? Text { get; }

    /// <summary>A real.</summary>
    public static implicit operator CorrectionInput(double value) => new(CorrectionType.Real, value, 0, null);

    /// <summary>An integer; an input of type real takes it too.</summary>
    public static implicit operator CorrectionInput(long value) => new(CorrectionType.Integer, value, value, null);

    /// <summary>An integer; an input of type real takes it too.</summary>
    public static implicit operator CorrectionInput(int value) => (long)value;

    /// <summary>A text.</summary>
    public static implicit operator CorrectionInput(string value) => new(CorrectionType.Text, 0, 0, value);

    /// <summary>Type and value, for messages: <c>the real 2.5</c>.</summary>
    public override string ToString() => Type switch
    {
        CorrectionType.Real => string.Create(CultureInfo.InvariantCulture, $"the real {Real}"),
        CorrectionType.Integer => string.Create(CultureInfo.InvariantCulture, $"the int {Integer}"),
        _ => $"the string \"{Text}\"",
    };
}
