using System.Numerics;
using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Histograms;

/// <remarks>The forms for events that belong to categories: the category axes of the histogram are those of the categories, by name. An event that belongs to several gives
/// an entry to each, one that belongs to none gives none. Bins are looked up once, however many categories and variations there are.</remarks>
public sealed partial class Histogram
{
    /// <summary>Adds an entry for each event with its weight to each of its categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<double> weights, Categories categories) where T : unmanaged, INumber<T> =>
        FillTogether(x.AsSpan(), default, Given(categories), [(this, weights)]);

    /// <summary>Adds an entry for each event's pair of values with its weight to each of its categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<T> y, Column<double> weights, Categories categories) where T : unmanaged, INumber<T> =>
        FillPairsTogether(x.AsSpan(), y.AsSpan(), Given(categories), [(this, weights)]);

    /// <summary>Adds an entry for each object with its event's weight to each of its event's categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Column<double> weights, Categories categories) where T : unmanaged, INumber<T> =>
        FillTogether(x.Values, x.Offsets, Given(categories), [(this, weights)]);

    /// <summary>Adds an entry for each event with its weight to each of its categories, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Weights weights, Categories categories) where T : unmanaged, INumber<T> =>
        FillTogether(x.AsSpan(), default, Given(categories), Targets(weights));

    /// <summary>Adds an entry for each event's pair of values with its weight to each of its categories, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Column<T> x, Column<T> y, Weights weights, Categories categories) where T : unmanaged, INumber<T> =>
        FillPairsTogether(x.AsSpan(), y.AsSpan(), Given(categories), Targets(weights));

    /// <summary>Adds an entry for each object with its event's weight to each of its event's categories, and under each variation of the weights.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(JaggedColumn<T> x, Weights weights, Categories categories) where T : unmanaged, INumber<T> =>
        FillTogether(x.Values, x.Offsets, Given(categories), Targets(weights));

    /// <summary>Adds an entry for each event with its weight to each of its categories, and under each variation of the values, the weights or the categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<Column<T>> x, Varied<Weights> weights, Varied<Categories> categories) where T : unmanaged, INumber<T>
    {
        foreach (var (values, belonging, targets) in Divided(x, weights, GivenVaried(categories))) FillTogether(values.AsSpan(), default, belonging, targets);
    }

    /// <summary>Adds an entry for each object with its event's weight to each of its event's categories, and under each variation of the values, the weights or the
    /// categories.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the histogram has other axes.</exception>
    public void Fill<T>(Varied<JaggedColumn<T>> x, Varied<Weights> weights, Varied<Categories> categories) where T : unmanaged, INumber<T>
    {
        foreach (var (values, belonging, targets) in Divided(x, weights, GivenVaried(categories))) FillTogether(values.Values, values.Offsets, belonging, targets);
    }

    /// <summary>The row of each event by its categories, <see cref="NoRow"/> for none.</summary>
    /// <exception cref="ArgumentException">The histogram has other category axes, or an event belongs to several categories.</exception>
    internal Column<int> RowsOf(Categories categories)
    {
        var first = FirstCells(categories);
        var column = categories.Positions ?? throw new ArgumentException($"histogram \"{Name}\": an event belongs to several categories");
        var positions = column.AsSpan();
        var rows = ColumnBuffer<int>.Allocate(column.Workspace, positions.Length);
        for (var i = 0; i < positions.Length; i++) rows.Span[i] = positions[i] >= 0 ? first[positions[i]] / _rowLength : NoRow;
        return new Column<int>(rows);
    }

    /// <summary>The first cell of the row of each combination of categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other category axes, or one of them lacks a category.</exception>
    internal int[] FirstCells(Categories? categories)
    {
        if (categories is null)
        {
            RequireCategories(0);
            return [];
        }
        var axes = categories.Axes;
        if (axes.Count != _categories.Length || _categories.Any(axis => !axes.Contains(axis.Name)))
            throw new ArgumentException($"histogram \"{Name}\" has the category axes {Listed(_categories.Select(axis => axis.Name))}, the categories have {Listed(axes)}");
        var order = axes.Select(name => Array.FindIndex(_categories, axis => axis.Name == name)).ToArray();
        return [.. categories.Combinations.Select(combination => combination.Names.Select((name, i) => IndexOf(order[i], name) * _strides[order[i]]).Sum())];
    }

    private int IndexOf(int axis, string category)
    {
        var known = _categories[axis].Categories;
        for (var i = 0; i < known.Count; i++)
            if (known[i] == category) return i;
        throw new ArgumentException($"histogram \"{Name}\", axis \"{_categories[axis].Name}\": there is no category \"{category}\"{NearestNames.Hint(category, known)}; there are: {string.Join(", ", known)}");
    }

    private static Categories Given(Categories categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return categories;
    }

    private static Varied<Categories> GivenVaried(Varied<Categories> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return categories;
    }

    private static string Listed(IEnumerable<string> names) => names.Any() ? string.Join(", ", names) : "none";
}
