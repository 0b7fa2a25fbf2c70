using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Indexing;

/// <summary>What is taken of one axis: a bin, a range of bins (joined, or summed), or some categories. Numbers, indices and ranges convert by themselves.</summary>
/// <remarks>The rules are UHI's. A range crops into the flow bins; joined bins that leave a remainder give it to overflow. A sum over an open end includes the flow there, an explicit end leaves
/// it out. Categories that are not picked vanish.</remarks>
public sealed class AxisSelection
{
    private readonly BinIndex? _bin, _start, _stop;
    private readonly string[]? _categories;
    private readonly bool _isSum;
    private readonly Func<Axis, int, int, int[]>? _group;

    private AxisSelection(BinIndex? bin = null, BinIndex? start = null, BinIndex? stop = null, string[]? categories = null, bool isSum = false, Func<Axis, int, int, int[]>? group = null) =>
        (_bin, _start, _stop, _categories, _isSum, _group) = (bin, start, stop, categories, isSum, group);

    /// <summary>The axis as it is.</summary>
    public static AxisSelection All { get; } = new();

    /// <summary>One bin; the axis goes away.</summary>
    public static AxisSelection Bin(BinIndex bin) => new(bin: bin);

    /// <summary>Bins from one on, to the end.</summary>
    public static AxisSelection From(BinIndex start) => new(start: start);

    /// <summary>Bins from the beginning up to, not including, one.</summary>
    public static AxisSelection To(BinIndex stop) => new(stop: stop);

    /// <summary>Bins from one up to, not including, another.</summary>
    public static AxisSelection Slice(BinIndex start, BinIndex stop) => new(start: start, stop: stop);

    /// <summary>These categories, in this order; names may have * and ?, and stand for all that fit. Overflow stays.</summary>
    public static AxisSelection Pick(params ReadOnlySpan<string> categories) => new(categories: categories.ToArray());

    /// <summary>One bin.</summary>
    public static implicit operator AxisSelection(BinIndex bin) => Bin(bin);

    /// <summary>One bin by its number, counted without flow; -1 is the last.</summary>
    public static implicit operator AxisSelection(int bin) => Bin(bin);

    /// <summary>A range of bins, counted without flow: an end that is not written is open, and so is 0 as the start; <see cref="Slice"/> has none that are open.</summary>
    public static implicit operator AxisSelection(Range bins) =>
        new(start: bins.Start.Equals(Index.Start) ? null : bins.Start, stop: bins.End.Equals(Index.End) ? null : bins.End);

    /// <summary>Adds up the range; the axis goes away.</summary>
    public AxisSelection Sum() => new(_bin, _start, _stop, _categories, isSum: true);

    /// <summary>Joins each <paramref name="count"/> neighbouring bins of the range.</summary>
    public AxisSelection Rebin(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return With((axis, from, to) => count <= to - from ? [.. Enumerable.Range(0, (to - from) / count + 1).Select(i => from + i * count)]
            : throw new ArgumentException($"axis \"{axis.Name}\" has {to - from} bins in the range, fewer than {count} to join"));
    }

    /// <summary>Joins as many neighbouring bins of the range as the numbers say, one after the other.</summary>
    public AxisSelection RebinGroups(params ReadOnlySpan<int> counts)
    {
        var groups = counts.ToArray();
        return With((axis, from, to) =>
        {
            var bounds = new List<int> { from };
            foreach (var count in groups) bounds.Add(bounds[^1] + count);
            return groups.All(count => count > 0) && bounds[^1] <= to ? [.. bounds]
                : throw new ArgumentException($"axis \"{axis.Name}\" has {to - from} bins in the range, which groups of {string.Join(", ", groups)} do not divide");
        });
    }

    /// <summary>Joins bins so that these edges, each of them an edge already, remain.</summary>
    public AxisSelection RebinTo(params ReadOnlySpan<double> edges)
    {
        var wanted = edges.ToArray();
        return With((axis, _, _) => axis.BoundsOf(wanted));
    }

    /// <summary>Enters what becomes of the axis.</summary>
    internal void On(Axis axis, int position, CellMap map)
    {
        if (_bin is { } bin)
        {
            var index = bin.On(axis) + axis.First;
            if ((uint)index >= (uint)axis.Extent) throw new ArgumentException($"axis \"{axis.Name}\" has no such flow bin");
            map.Remove(position, other => other == index);
            return;
        }
        if (_categories is not null) Pick(axis, position, map);
        else if (_isSum) Sum(axis, position, map);
        else if (_start is not null || _stop is not null || _group is not null) Crop(axis, position, map);
    }

    private AxisSelection With(Func<Axis, int, int, int[]> group) =>
        _group is null ? new(_bin, _start, _stop, _categories, _isSum, group) : throw new InvalidOperationException("bins are joined once; take one Rebin");

    private void Sum(Axis axis, int position, CellMap map)
    {
        var (from, to) = (_start?.On(axis) ?? -1, _stop?.On(axis) ?? axis.Bins + 1);
        map.Remove(position, index => index - axis.First >= from && index - axis.First < to);
    }

    private void Pick(Axis axis, int position, CellMap map)
    {
        if (axis is not StringCategoryAxis strings) throw new ArgumentException($"axis \"{axis.Name}\" has no string categories to pick");
        List<string> picked = [];
        foreach (var pattern in _categories!)
        {
            var fitting = strings.Categories.Where(category => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, category, ignoreCase: false)).ToList();
            if (fitting.Count == 0) throw new ArgumentException($"axis \"{axis.Name}\" has no category \"{pattern}\"{Bytes.Errors.NearestNames.Hint(pattern, strings.Categories)}");
            picked.AddRange(fitting.Except(picked));
        }
        if (_isSum) map.Remove(position, index => index < axis.Bins && picked.Contains(strings.Categories[index]));
        else Keep(strings, picked, position, map);
    }

    private void Crop(Axis axis, int position, CellMap map)
    {
        var (from, to) = (Math.Max(0, _start?.On(axis) ?? 0), _stop?.On(axis) ?? axis.Bins);
        if (from >= to) throw new ArgumentException($"axis \"{axis.Name}\": no bin from {from} up to {to}");
        if (axis is StringCategoryAxis strings && _group is null) Keep(strings, [.. strings.Categories.Skip(from).Take(to - from)], position, map);
        else map.Regroup(position, axis, _group?.Invoke(axis, from, to) ?? [.. Enumerable.Range(from, to - from + 1)]);
    }

    private static void Keep(StringCategoryAxis axis, List<string> picked, int position, CellMap map) =>
        map.Replace(position, Axis.Category(axis.Name, [.. picked]).WithFlow(false, axis.HasOverflow).WithLabel(axis.Label),
            index => index == axis.Bins ? picked.Count : picked.IndexOf(axis.Categories[index]));
}
