namespace Ristretto.Histograms;

public sealed partial class Histogram
{
    /// <summary>A row number that fills nothing: for entries of a block that belong to no category.</summary>
    public const int NoRow = -1;

    /// <summary>The row of a combination of categories, one per category axis; a string that is no category counts as overflow; <see cref="NoRow"/> where an axis has none.</summary>
    /// <exception cref="ArgumentException">The number of categories is not that of the category axes.</exception>
    public int RowOf(params ReadOnlySpan<string> categories)
    {
        RequireCategories(categories.Length);
        var row = 0;
        for (var i = 0; i < categories.Length; i++)
        {
            var index = _categories[i].IndexOf(categories[i]);
            if (index < 0) return NoRow;
            row = row * _categories[i].Extent + index;
        }
        return row;
    }

    /// <summary>The row of a combination of categories given by their indices, one per category axis; the last index is overflow.</summary>
    /// <exception cref="ArgumentException">The number of indices is not that of the category axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An axis does not have the index.</exception>
    public int RowOf(params ReadOnlySpan<int> indices)
    {
        RequireCategories(indices.Length);
        var row = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)_categories[i].Extent)
                throw new ArgumentOutOfRangeException(nameof(indices), $"axis \"{_categories[i].Name}\" has indices 0 to {_categories[i].Extent - 1}, not {indices[i]}");
            row = row * _categories[i].Extent + indices[i];
        }
        return row;
    }

    private void RequireCategories(int given)
    {
        if (given != _categories.Length)
            throw new ArgumentException($"histogram \"{Name}\" has {_categories.Length} category axes ({string.Join(", ", _categories.Select(a => a.Name))}), {given} are given");
    }

    private void RequireVariables(int given)
    {
        if (given != _variables.Length)
            throw new ArgumentException($"histogram \"{Name}\" has {_variables.Length} variables ({string.Join(", ", _variables.Select(a => a.Name))}), {given} are given");
    }

    private int RequireRow(int row)
    {
        if (row >= RowCount) throw new ArgumentOutOfRangeException(nameof(row), $"histogram \"{Name}\" has rows 0 to {RowCount - 1}, not {row}");
        return row;
    }
}
