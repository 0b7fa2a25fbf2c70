namespace Ristretto.Histograms.Growing;

/// <summary>The cells along the last axis at one place of the others: pairs of sums of weights and of their squares, in one run from the lowest place to the highest.</summary>
internal sealed class GrowingRow(int[] places)
{
    private double[] _cells = [];
    private int _from, _count;
    private double _below, _below2, _above, _above2;

    /// <summary>The places on the axes before the last.</summary>
    public int[] Places { get; } = places;

    /// <summary>Memory of the cells.</summary>
    public long Bytes => sizeof(double) * (long)_cells.Length;

    public void Add(int place, double sum, double squares)
    {
        if (place == AxisGrowth.Below) (_below, _below2) = (_below + sum, _below2 + squares);
        else if (place == AxisGrowth.Above) (_above, _above2) = (_above + sum, _above2 + squares);
        else
        {
            if ((uint)(place - _from) >= (uint)_count) Extend(place);
            _cells[2 * (place - _from)] += sum;
            _cells[2 * (place - _from) + 1] += squares;
        }
    }

    /// <summary>Makes room for all places of a fixed axis at once.</summary>
    public void Reserve(int count) => (_cells, _count) = (new double[2 * count], count);

    /// <summary>Place, sum of weights and sum of squares of every cell that is not zero.</summary>
    public IEnumerable<(int Place, double Sum, double Squares)> Cells()
    {
        if (_below != 0 || _below2 != 0) yield return (AxisGrowth.Below, _below, _below2);
        for (var i = 0; i < _count; i++)
            if (_cells[2 * i] != 0 || _cells[2 * i + 1] != 0) yield return (_from + i, _cells[2 * i], _cells[2 * i + 1]);
        if (_above != 0 || _above2 != 0) yield return (AxisGrowth.Above, _above, _above2);
    }

    // At least doubled on the side that grows, so that a row that grows bin by bin is copied rarely.
    private void Extend(int place)
    {
        if (_count == 0) (_from, _count, _cells) = (place, 1, new double[2]);
        var (first, end) = (Math.Min(place, _from), Math.Max(place + 1, _from + _count));
        if (first < _from) first = Math.Min(first, _from - _count);
        else if (end > _from + _count) end = Math.Max(end, _from + 2 * _count);
        var cells = new double[2 * (end - first)];
        _cells.AsSpan(0, 2 * _count).CopyTo(cells.AsSpan(2 * (_from - first)));
        (_cells, _from, _count) = (cells, first, end - first);
    }
}
