namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    /// <summary>The cell of a point in a row, for other things that are filled in the bins of a histogram; negative where there is none.</summary>
    internal int CellOf(int row, ReadOnlySpan<double> point, out bool isNaN)
    {
        RequireVariables(point.Length);
        isNaN = false;
        var cell = RequireRow(row) < 0 ? int.MinValue : row * _rowLength;
        for (var i = 0; i < point.Length; i++)
        {
            var index = _variables[i].IndexOf(point[i]);
            cell = index < 0 ? int.MinValue : cell + index * _strides[_categories.Length + i];
            isNaN |= double.IsNaN(point[i]);
        }
        return cell;
    }
}
