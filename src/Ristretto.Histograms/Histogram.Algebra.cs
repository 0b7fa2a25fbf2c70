namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    /// <summary>Adds the content of another histogram with the same axes.</summary>
    /// <exception cref="ArgumentException">The axes or the storages differ.</exception>
    public void Merge(Histogram other)
    {
        RequireSameAxes(other);
        _storage.Value.Merge(other._storage.Main);
    }

    /// <summary>A new histogram with all weights multiplied by a factor: variances by its square. Entries stay.</summary>
    public Histogram Scale(double factor)
    {
        var (values, variances) = (Values.ToArray(), HasVariances ? Variances.ToArray() : []);
        for (var i = 0; i < values.Length; i++) values[i] *= factor;
        for (var i = 0; i < variances.Length; i++) variances[i] *= factor * factor;
        // Scaled counts are no counts any more: their variances are known and kept.
        var result = new Histogram(Name, _axes, Title, HasVariances ? Storages.StorageKind.Weighted : Kind);
        result.SetContent(values, variances, Entries, NanCount);
        return result;
    }

    /// <summary>The sum, cell by cell, of two histograms with the same axes; name and labels are those of the first.</summary>
    /// <exception cref="ArgumentException">The axes or the storages differ.</exception>
    public static Histogram operator +(Histogram a, Histogram b)
    {
        var sum = a.Copy();
        sum.Merge(b);
        return sum;
    }

    /// <summary><see cref="Scale"/>.</summary>
    public static Histogram operator *(Histogram histogram, double factor) => histogram.Scale(factor);

    /// <summary><see cref="Scale"/>.</summary>
    public static Histogram operator *(double factor, Histogram histogram) => histogram.Scale(factor);

    /// <summary>Sum of the weights in all bins, on request without the flow bins.</summary>
    public double Sum(bool flow = true) => SumOf(Values, flow);

    /// <summary>Sum of the squared weights in all bins, on request without the flow bins.</summary>
    public double SumOfVariances(bool flow = true) => SumOf(Variances, flow);

    private double SumOf(ReadOnlySpan<double> cells, bool flow)
    {
        var sum = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
            if (flow || !IsFlow(cell)) sum += cells[cell];
        return sum;
    }

    internal bool IsFlow(int cell)
    {
        for (var i = 0; i < _axes.Length; i++)
        {
            var bin = cell / _strides[i] % _axes[i].Extent - _axes[i].First;
            if ((uint)bin >= (uint)_axes[i].Bins) return true;
        }
        return false;
    }

    private void RequireSameAxes(Histogram other)
    {
        if (!HasSameAxes(other)) throw new ArgumentException($"histograms \"{Name}\" and \"{other.Name}\" have different axes: {this}; {other}", nameof(other));
        if (Kind != other.Kind) throw new ArgumentException($"histograms \"{Name}\" and \"{other.Name}\" have different storages: {Kind}, {other.Kind}", nameof(other));
    }

    private bool HasSameAxes(Histogram other)
    {
        var same = _axes.Length == other._axes.Length;
        for (var i = 0; same && i < _axes.Length; i++) same = _axes[i].Matches(other._axes[i]);
        return same;
    }

    private int PositionOf(string axis)
    {
        var position = Array.FindIndex(_axes, a => a.Name == axis);
        return position >= 0 ? position : throw new ArgumentException(
            $"histogram \"{Name}\" has no axis \"{axis}\"{Bytes.Errors.NearestNames.Hint(axis, _axes.Select(a => a.Name))}", nameof(axis));
    }
}
