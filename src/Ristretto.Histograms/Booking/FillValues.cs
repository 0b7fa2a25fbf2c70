using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;

namespace Ristretto.Histograms.Booking;

/// <summary>What a histogram is filled with: one number per event or one per object, of type double, float, int or byte. Columns convert to it by themselves.</summary>
public readonly struct FillValues
{
    private enum Kind { Double, Single, Int32, Byte }

    private readonly Kind _kind;
    private readonly bool _isJagged;
    private readonly Column<double> _values;         // of the kind; the lengths of columns count values, whatever their type
    private readonly Lists _lists;

    private FillValues(Kind kind, Column<double> values) => (_kind, _values) = (kind, values);

    private FillValues(Kind kind, Column<double> values, Lists lists) => (_kind, _values, _lists, _isJagged) = (kind, values, lists, true);

    /// <summary>One number per event.</summary>
    public static implicit operator FillValues(Column<double> column) => new(Kind.Double, column);

    /// <summary>One number per event.</summary>
    public static implicit operator FillValues(Column<float> column) => new(Kind.Single, Unsafe.BitCast<Column<float>, Column<double>>(column));

    /// <summary>One number per event.</summary>
    public static implicit operator FillValues(Column<int> column) => new(Kind.Int32, Unsafe.BitCast<Column<int>, Column<double>>(column));

    /// <summary>One number per event.</summary>
    public static implicit operator FillValues(Column<byte> column) => new(Kind.Byte, Unsafe.BitCast<Column<byte>, Column<double>>(column));

    /// <summary>One number per object.</summary>
    public static implicit operator FillValues(JaggedColumn<double> column) => new(Kind.Double, column.Flat, column.Lists);

    /// <summary>One number per object.</summary>
    public static implicit operator FillValues(JaggedColumn<float> column) => new(Kind.Single, Unsafe.BitCast<Column<float>, Column<double>>(column.Flat), column.Lists);

    /// <summary>One number per object.</summary>
    public static implicit operator FillValues(JaggedColumn<int> column) => new(Kind.Int32, Unsafe.BitCast<Column<int>, Column<double>>(column.Flat), column.Lists);

    /// <summary>One number per object.</summary>
    public static implicit operator FillValues(JaggedColumn<byte> column) => new(Kind.Byte, Unsafe.BitCast<Column<byte>, Column<double>>(column.Flat), column.Lists);

    /// <summary>Adds an entry for each value to a histogram of one variable without categories, with weights of the events or without.</summary>
    internal void Fill(Histogram histogram, Column<double>? weights)
    {
        switch (_kind)
        {
            case Kind.Double: Fill(_values, histogram, weights); break;
            case Kind.Single: Fill(Unsafe.BitCast<Column<double>, Column<float>>(_values), histogram, weights); break;
            case Kind.Int32: Fill(Unsafe.BitCast<Column<double>, Column<int>>(_values), histogram, weights); break;
            default: Fill(Unsafe.BitCast<Column<double>, Column<byte>>(_values), histogram, weights); break;
        }
    }

    /// <summary>Adds an entry for each value to histograms of the same axes, each with weights of its own.</summary>
    internal void Fill(List<(Histogram Histogram, Column<double> Weights)> targets)
    {
        var offsets = _isJagged ? _lists.Offsets : default;
        switch (_kind)
        {
            case Kind.Double: Histogram.FillTogether(_values.AsSpan(), offsets, null, targets); break;
            case Kind.Single: Histogram.FillTogether(Unsafe.BitCast<Column<double>, Column<float>>(_values).AsSpan(), offsets, null, targets); break;
            case Kind.Int32: Histogram.FillTogether(Unsafe.BitCast<Column<double>, Column<int>>(_values).AsSpan(), offsets, null, targets); break;
            default: Histogram.FillTogether(Unsafe.BitCast<Column<double>, Column<byte>>(_values).AsSpan(), offsets, null, targets); break;
        }
    }

    private void Fill<T>(Column<T> values, Histogram histogram, Column<double>? weights) where T : unmanaged, INumber<T>
    {
        if (weights is not { } given) histogram.Fill(values);
        else if (_isJagged) histogram.Fill(new JaggedColumn<T>(_lists, values.Buffer), given);
        else histogram.Fill(values, given);
    }

    /// <summary>Adds an entry for each value to a histogram of one variable.</summary>
    internal void Fill(Histogram histogram, EventColumns events)
    {
        var (weights, rows) = _isJagged ? events.For(_lists) : (events.Weights, events.Rows);
        switch (_kind)
        {
            case Kind.Double: histogram.Fill(_values, weights, rows); break;
            case Kind.Single: histogram.Fill(Unsafe.BitCast<Column<double>, Column<float>>(_values), weights, rows); break;
            case Kind.Int32: histogram.Fill(Unsafe.BitCast<Column<double>, Column<int>>(_values), weights, rows); break;
            default: histogram.Fill(Unsafe.BitCast<Column<double>, Column<byte>>(_values), weights, rows); break;
        }
    }

    /// <summary>Adds an entry for each pair of values to a histogram of two variables without categories, with weights of the events.</summary>
    internal void Fill(FillValues y, Histogram histogram, Column<double> weights)
    {
        RequireSame(y, histogram);
        histogram.Fill(ToDoubles().AsSpan(), y.ToDoubles().AsSpan(), (_isJagged ? weights.RepeatFor(_lists).Flat : weights).AsSpan());
    }

    private void RequireSame(FillValues y, Histogram histogram)
    {
        if (_isJagged != y._isJagged || (_isJagged && !_lists.Offsets.SequenceEqual(y._lists.Offsets)))
            throw new ArgumentException($"histogram \"{histogram.Name}\": one variable has other objects than the other");
    }

    /// <summary>Adds an entry for each pair of values to a histogram of two variables.</summary>
    internal void Fill(FillValues y, Histogram histogram, EventColumns events)
    {
        RequireSame(y, histogram);
        var (weights, rows) = _isJagged ? events.For(_lists) : (events.Weights, events.Rows);
        histogram.Fill(ToDoubles(), y.ToDoubles(), weights, rows);
    }

    private Column<double> ToDoubles() => _kind switch
    {
        Kind.Double => _values,
        Kind.Single => Unsafe.BitCast<Column<double>, Column<float>>(_values).To<double>(),
        Kind.Int32 => Unsafe.BitCast<Column<double>, Column<int>>(_values).To<double>(),
        _ => Unsafe.BitCast<Column<double>, Column<byte>>(_values).To<double>(),
    };
}
