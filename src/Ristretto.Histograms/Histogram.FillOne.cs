using Ristretto.Histograms.Filling;

namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    /// <summary>What a loop over events fills this histogram with, at a fraction of the cost of <see cref="Fill(double)"/>: <c>var met = histogram.Filler();</c> before the loop.</summary>
    public HistogramFiller Filler() => new(this, _storage.Value);

    /// <summary>Adds one entry of weight one to a histogram of one variable without categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill(double x)
    {
        if (!_storage.Value.TryAddLater(x)) FillNow(x, 1);
    }

    /// <summary>Adds one entry to a histogram of one variable without categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill(double x, double weight)
    {
        if (!_storage.Value.TryAddLater(x, weight)) FillNow(x, weight);
    }

    /// <summary>Adds one entry to a histogram of one variable, in the row of these categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill(double x, double weight, params ReadOnlySpan<string> categories) => FillRow(RowOf(categories), weight, x);

    /// <summary>Adds one entry to a histogram of two variables without categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill((double X, double Y) point, double weight = 1)
    {
        RequireCategories(0);
        FillRow(0, weight, point.X, point.Y);
    }

    /// <summary>Adds one entry to a histogram of two variables, in the row of these categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill((double X, double Y) point, double weight, params ReadOnlySpan<string> categories) =>
        FillRow(RowOf(categories), weight, point.X, point.Y);

    /// <summary>Adds one entry, in the row of one category, to a histogram that has a single category axis and no variables.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes.</exception>
    public void Fill(string category, double weight = 1) => FillRow(RowOf(category), weight);

    /// <summary>Adds one entry with any number of variables, in a row from <see cref="RowOf(ReadOnlySpan{string})"/>; a negative row fills nothing.</summary>
    /// <exception cref="ArgumentException">The histogram has another number of variables.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The histogram does not have the row.</exception>
    public void FillRow(int row, double weight, params ReadOnlySpan<double> point)
    {
        RequireVariables(point.Length);
        var cell = RequireRow(row) < 0 ? int.MinValue : row * _rowLength;
        var isNaN = false;
        for (var i = 0; i < point.Length; i++)
        {
            var index = _variables[i].IndexOf(point[i]);
            cell = index < 0 ? int.MinValue : cell + index * _strides[_categories.Length + i];
            isNaN |= double.IsNaN(point[i]);
        }
        var storage = _storage.Value;
        storage.Add(cell, weight);
        if (isNaN && row >= 0) storage.AddNaN(1);
    }

    private void FillNow(double x, double weight)
    {
        RequireCategories(0);
        FillRow(0, weight, x);
    }
}
