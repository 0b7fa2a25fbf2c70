using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;

namespace Ristretto.Histograms;

/// <remarks>The forms for columns: one entry per event, or one per object with the event's weight repeated for each.</remarks>
public sealed partial class Histogram
{
    /// <summary>Adds an entry of weight one for each event.</summary>
    public void Fill<T>(Column<T> x) where T : unmanaged, INumber<T> => Fill(x.AsSpan());

    /// <summary>Adds an entry for each event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public void Fill<T>(Column<T> x, Column<double> weights) where T : unmanaged, INumber<T> => Fill(x.AsSpan(), weights.AsSpan());

    /// <summary>Adds an entry for each event, all in the row of these categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<double> weights, params ReadOnlySpan<string> categories) where T : unmanaged, INumber<T> =>
        Fill(x.AsSpan(), weights.AsSpan(), RowOf(categories));

    /// <summary>Adds an entry for each event, each in its own row; a negative row fills nothing.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<double> weights, Column<int> rows) where T : unmanaged, INumber<T> =>
        Fill(x.AsSpan(), weights.AsSpan(), rows.AsSpan());

    /// <summary>Adds an entry for each event's pair of values, each in its own row; a negative row fills nothing.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<T> y, Column<double> weights, Column<int> rows) where T : unmanaged, INumber<T> =>
        Fill(x.AsSpan(), y.AsSpan(), weights.AsSpan(), rows.AsSpan());

    /// <summary>Adds an entry of weight one for each object.</summary>
    public void Fill<T>(JaggedColumn<T> x) where T : unmanaged, INumber<T> => Fill(x.Values);

    /// <summary>Adds an entry for each object with its event's weight.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Column<double> weights) where T : unmanaged, INumber<T>
    {
        RequireCategories(0);
        FillLists(x, weights, default, 0);
    }

    /// <summary>Adds an entry for each object with its event's weight, all in the row of these categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Column<double> weights, params ReadOnlySpan<string> categories) where T : unmanaged, INumber<T> =>
        FillLists(x, weights, default, RowOf(categories));

    /// <summary>Adds an entry for each object with its event's weight, in its event's row; a negative row fills nothing.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Column<double> weights, Column<int> rows) where T : unmanaged, INumber<T>
    {
        RequireLength(x.Length, rows.Length, "rows");
        FillLists(x, weights, rows.AsSpan(), 0);
    }

    private void FillLists<T>(JaggedColumn<T> x, Column<double> weights, ReadOnlySpan<int> eventRows, int row) where T : unmanaged, INumber<T>
    {
        var meter = LaneMeter.Current;
        var start = meter?.StartFilling() ?? 0;
        FillRounds(x, weights, eventRows, row);
        meter?.EndFilling(Name, start);
    }

    // The weight and the row of an event are repeated for its objects round by round, never for the whole column.
    [SkipLocalsInit]
    private void FillRounds<T>(JaggedColumn<T> x, Column<double> weights, ReadOnlySpan<int> eventRows, int row) where T : unmanaged, INumber<T>
    {
        RequireLength(x.Length, weights.Length, "weights");
        Span<double> repeatedWeights = stackalloc double[Round];
        Span<int> repeatedRows = stackalloc int[Round];
        var values = x.Values;
        var offsets = x.Offsets;
        var eventWeights = weights.AsSpan();
        var (item, end) = (0, 0);
        for (var from = end; from < values.Length; from += Round)
        {
            var count = Math.Min(Round, values.Length - from);
            for (var i = 0; i < count; i++)
            {
                while (from + i >= end) end = offsets[++item];
                repeatedWeights[i] = eventWeights[item - 1];
                if (!eventRows.IsEmpty) repeatedRows[i] = eventRows[item - 1];
            }
            FillBlocks(1, values.Slice(from, count), default, repeatedWeights[..count], eventRows.IsEmpty ? default : repeatedRows[..count], row);
        }
    }
}
