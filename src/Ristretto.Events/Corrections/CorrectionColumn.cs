namespace Ristretto.Events.Corrections;

/// <summary>The values of one numeric input for many evaluations: a span of numbers, or one number for all. Made by conversion; borrows the memory.</summary>
public readonly ref struct CorrectionColumn
{
    private readonly ReadOnlySpan<float> _floats;
    private readonly ReadOnlySpan<double> _doubles;
    private readonly ReadOnlySpan<int> _integers;
    private readonly double _constant;

    private CorrectionColumn(ReadOnlySpan<float> floats, ReadOnlySpan<double> doubles, ReadOnlySpan<int> integers, double constant, int length, bool isInteger)
    {
        (_constant, Length, IsInteger) = (constant, length, isInteger);
        _floats = floats;
        _doubles = doubles;
        _integers = integers;
    }

    /// <summary>Number of values; −1 for one number that serves all evaluations.</summary>
    public int Length { get; }

    /// <summary>Whether the values are integers.</summary>
    public bool IsInteger { get; }

    /// <summary>A column of reals; each float is widened to double, as NanoAOD columns are.</summary>
    public static implicit operator CorrectionColumn(ReadOnlySpan<float> values) => new(values, default, default, 0, values.Length, false);

    /// <summary>A column of reals.</summary>
    public static implicit operator CorrectionColumn(ReadOnlySpan<double> values) => new(default, values, default, 0, values.Length, false);

    /// <summary>A column of integers; an input of type real takes it too.</summary>
    public static implicit operator CorrectionColumn(ReadOnlySpan<int> values) => new(default, default, values, 0, values.Length, true);

    /// <summary>A column of reals; each float is widened to double.</summary>
    public static implicit operator CorrectionColumn(float[] values) => (ReadOnlySpan<float>)values;

    /// <summary>A column of reals.</summary>
    public static implicit operator CorrectionColumn(double[] values) => (ReadOnlySpan<double>)values;

    /// <summary>A column of integers.</summary>
    public static implicit operator CorrectionColumn(int[] values) => (ReadOnlySpan<int>)values;

    /// <summary>The same real for all evaluations.</summary>
    public static implicit operator CorrectionColumn(double value) => new(default, default, default, value, -1, false);

    /// <summary>The same integer for all evaluations.</summary>
    public static implicit operator CorrectionColumn(int value) => new(default, default, default, value, -1, true);

    /// <summary>The value of an evaluation in the form that nodes read.</summary>
    internal long Slot(int index, CorrectionType type)
    {
        var value = Length < 0 ? _constant : IsInteger ? _integers[index] : !_floats.IsEmpty ? _floats[index] : _doubles[index];
        return type == CorrectionType.Integer ? (long)value : BitConverter.DoubleToInt64Bits(value);
    }
}
