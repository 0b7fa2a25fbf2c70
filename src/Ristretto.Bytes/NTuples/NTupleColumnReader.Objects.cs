using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.NTuples;

/// <content>Values inside streamed objects.</content>
public sealed partial class NTupleColumnReader
{
    private ColumnView View => _objects!.Read(_segments[^1], Column.Streamed!.Index);

    /// <summary>Whether a list level is inside the objects; behind the last one are their values.</summary>
    private bool Inside(int listLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(listLevel, Column.ListDepth);
        return _objects is not null && listLevel >= Column.Streamed!.Lists;
    }

    private int InsideCount(int listLevel)
    {
        var view = View;
        return listLevel < Column.ListDepth ? view.Lists[listLevel - Column.Streamed!.Lists].Ends.Length : view.Values.Count;
    }

    private void InsideLengths(int listLevel, Span<int> lengths) => EndsToLengths(View.Lists[listLevel - Column.Streamed!.Lists].Ends, lengths);

    private void InsideTextLengths(Span<int> lengths) => EndsToLengths(((TextBuffer)View.Values).Ends, lengths);

    private ReadOnlySpan<byte> InsideBytes() => View.Values is TextBuffer texts ? texts.Bytes : ((NumberBuffer)View.Values).Bytes;

    private static void EndsToLengths(ReadOnlySpan<int> ends, Span<int> lengths)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lengths.Length, ends.Length);
        var before = 0;
        for (var i = 0; i < ends.Length; i++) (lengths[i], before) = (ends[i] - before, ends[i]);
    }
}
