using System.Numerics;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Systematics;
using Ristretto.Histograms.Growing;

namespace Ristretto.Histograms;

/// <summary>A histogram whose axes get bins, and whose rows get memory, when something is filled into them: for categories that are not known beforehand, for ranges that are not, and for
/// products of categories of which few occur.</summary>
/// <remarks>
/// <para>Like a <see cref="Histogram"/> it is a handle: each <see cref="Lane"/> fills a copy of its own. The copies are merged in a fixed order, categories by name and ranges by bin, so that
/// neither the content nor the order of the categories depends on the number of threads. Read it after the loop, with <see cref="ToHistogram"/>.</para>
/// <para>Each combination of places on all axes but the last takes memory with its first entry: 16 bytes for each bin of the last axis. Looking up a row takes a step per axis;
/// a histogram of fixed axes fills faster where most rows are filled.</para>
/// </remarks>
public sealed partial class GrowingHistogram
{
    private readonly LaneLocal<GrowingContent> _content;
    private readonly GrowingAxis[] _axes;
    private readonly int _strings;

    private GrowingHistogram(string name, GrowingAxis[] axes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (axes.Length == 0) throw new ArgumentException($"histogram \"{name}\" needs an axis", nameof(axes));
        (Name, _axes, _strings) = (name, axes, axes.TakeWhile(axis => axis.HasStrings).Count());
        if (axes.Skip(_strings).FirstOrDefault(axis => axis.HasStrings) is { } late)
            throw new ArgumentException($"histogram \"{name}\": the string categories \"{late.Name}\" must stand before the variables", nameof(axes));
        if (axes.GroupBy(axis => axis.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"histogram \"{name}\" has two axes named \"{twice.Key}\"", nameof(axes));
        _content = new LaneLocal<GrowingContent>(new GrowingContent(axes));
        _variations = new KeptVariations<GrowingHistogram>(variation => new GrowingHistogram(variation.NameOf(Name), _axes), "*");
    }

    /// <summary>The name of the histogram that it becomes.</summary>
    public string Name { get; }

    /// <summary>Number of entries whatever their weight, flow included.</summary>
    public double Entries => _content.Main.Entries;

    /// <summary>Number of combinations, of places on all axes but the last, that have memory.</summary>
    public int FilledRows => _content.Main.RowCount;

    /// <summary>Memory of the cells, in bytes.</summary>
    public long CellBytes => _content.Main.Bytes;

    /// <summary>A histogram with these axes, string categories first; fixed axes convert by themselves.</summary>
    /// <exception cref="ArgumentException">Two axes have the same name, or string categories stand behind a variable.</exception>
    public static GrowingHistogram Of(string name, params ReadOnlySpan<GrowingAxis> axes) => new(name, axes.ToArray());

    /// <summary>Adds one entry of one variable, at these categories.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes, or a range would get too many bins.</exception>
    public void Fill(double x, double weight = 1, params ReadOnlySpan<string> categories) => Fill(categories, [x], weight);

    /// <summary>Adds one entry at these categories and numbers, one for each axis.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes, or a range would get too many bins.</exception>
    public void Fill(ReadOnlySpan<string> categories, ReadOnlySpan<double> point, double weight = 1)
    {
        Require(categories.Length, point.Length);
        var content = _content.Value;
        Span<int> places = stackalloc int[_axes.Length];
        var (isOut, isNaN) = (false, false);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i < _strings ? content[i].PlaceOf(categories[i]) : content[i].PlaceOf(point[i - _strings]);
            isOut |= places[i] == AxisGrowth.None;
            isNaN |= i >= _strings && double.IsNaN(point[i - _strings]);
        }
        content.Count(isOut ? 0 : 1, isNaN ? 1 : 0);
        if (!isOut) content.RowAt(places[..^1]).Add(places[^1], weight, weight * weight);
    }

    /// <summary>Adds an entry of one variable for each value, all at these categories; the row is looked up once.</summary>
    /// <exception cref="ArgumentException">The histogram has other axes, the lengths differ, or a range would get too many bins.</exception>
    public void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> weights, params ReadOnlySpan<string> categories) where T : unmanaged, INumber<T>
    {
        Require(categories.Length, 1);
        if (x.Length != weights.Length) throw new ArgumentException($"histogram \"{Name}\": {x.Length} values and {weights.Length} weights do not go together", nameof(weights));
        if (x.IsEmpty) return;
        var content = _content.Value;
        Span<int> places = stackalloc int[_strings];
        var isOut = false;
        for (var i = 0; i < places.Length; i++) isOut |= (places[i] = content[i].PlaceOf(categories[i])) == AxisGrowth.None;
        if (isOut) return;
        var (row, axis) = (content.RowAt(places), content[_strings]);
        for (var i = 0; i < x.Length; i++)
        {
            var place = axis.PlaceOf(double.CreateTruncating(x[i]));
            content.Count(place == AxisGrowth.None ? 0 : 1, T.IsNaN(x[i]) ? 1 : 0);
            if (place != AxisGrowth.None) row.Add(place, weights[i], weights[i] * weights[i]);
        }
    }

    /// <summary>Adds the content of another growing histogram with axes of the same names and kinds: categories by name, ranges by bin.</summary>
    /// <exception cref="ArgumentException">The axes differ.</exception>
    public void Merge(GrowingHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var same = _axes.Length == other._axes.Length;
        for (var i = 0; same && i < _axes.Length; i++)
        {
            var (mine, its) = (_axes[i], other._axes[i]);
            same = mine.Name == its.Name && mine.Kind == its.Kind && (mine.Axis is null || mine.Axis.Matches(its.Axis!));
        }
        if (!same) throw new ArgumentException($"histograms \"{Name}\" and \"{other.Name}\" have different axes; give both the same start", nameof(other));
        _content.Value.Merge(other._content.Main);
    }

    /// <summary>The histogram with all bins that there are: cells that were never filled are zero, growing categories have no overflow.</summary>
    /// <exception cref="InvalidOperationException">An axis has no category yet.</exception>
    public Histogram ToHistogram(string title = "") => _content.Main.ToHistogram(Name, title);

    /// <summary>Forgets the content, and all bins that came by filling.</summary>
    public void Clear() => _content.Value.Clear();

    private void Require(int strings, int numbers)
    {
        if (strings != _strings || numbers != _axes.Length - _strings)
            throw new ArgumentException($"histogram \"{Name}\" has {_strings} string axes and {_axes.Length - _strings} variables ({string.Join(", ", _axes.Select(axis => axis.Name))}); {strings} strings and {numbers} numbers are given");
    }
}
