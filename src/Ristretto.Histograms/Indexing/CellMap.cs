using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Indexing;

/// <summary>Sends the cells of one histogram to the cells of another: the common part of slicing, projecting and rebinning.</summary>
/// <remarks>Along each axis an index goes to an index of the result, or nowhere (<see cref="Dropped"/>). Cells are added in ascending order.</remarks>
internal sealed class CellMap(IReadOnlyList<Axis> from)
{
    /// <summary>Along an axis: the cells with this index are left out.</summary>
    public const int Dropped = -1;

    private readonly int[][] _targets = [.. from.Select(axis => Enumerable.Range(0, axis.Extent).ToArray())];
    private readonly Axis?[] _axes = [.. from];

    /// <summary>Replaces an axis; every index of the old one is sent to an index of the new one.</summary>
    public void Replace(int position, Axis axis, Func<int, int> target)
    {
        _axes[position] = axis;
        for (var i = 0; i < _targets[position].Length; i++) _targets[position][i] = target(i);
    }

    /// <summary>Removes an axis: the cells that differ only in it are added where <paramref name="keep"/> says so.</summary>
    public void Remove(int position, Func<int, bool> keep)
    {
        _axes[position] = null;
        for (var i = 0; i < _targets[position].Length; i++) _targets[position][i] = keep(i) ? 0 : Dropped;
    }

    /// <summary>The axes of the result.</summary>
    public Axis[] Axes => [.. _axes.OfType<Axis>()];

    /// <summary>The cells of the result.</summary>
    public double[] Apply(ReadOnlySpan<double> cells)
    {
        var strides = new int[_axes.Length];
        var length = 1;
        for (var i = _axes.Length - 1; i >= 0; i--)
        {
            strides[i] = _axes[i] is null ? 0 : length;
            length *= _axes[i]?.Extent ?? 1;
        }
        var result = new double[length];
        var indices = new int[_axes.Length];
        foreach (var content in cells)
        {
            var cell = 0;
            for (var i = 0; i < indices.Length && cell >= 0; i++)
            {
                var target = _targets[i][indices[i]];
                cell = target < 0 ? Dropped : cell + target * strides[i];
            }
            if (cell >= 0) result[cell] += content;
            for (var i = indices.Length - 1; i >= 0 && ++indices[i] == from[i].Extent; i--) indices[i] = 0;
        }
        return result;
    }
}
