using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Growing;

/// <summary>What one copy of a growing histogram has seen on one axis.</summary>
/// <remarks>A place is a number: of a fixed axis the index, flow counted; of categories the position in the order of their coming; of a range the bin counted from the first one at the start,
/// so that it means the same in every copy. <see cref="Below"/> and <see cref="Above"/> are the flow bins of an axis that grows.</remarks>
internal sealed class AxisGrowth
{
    public const int Below = int.MinValue, Above = int.MaxValue, None = int.MinValue + 1;
    private const int MostBins = 1 << 24;

    private readonly GrowingAxis _axis;
    private readonly NumericAxis? _numbers;
    private readonly List<string> _strings = [];
    private readonly Dictionary<string, int> _stringPlaces = new(StringComparer.Ordinal);
    private readonly List<int> _integers = [];
    private readonly Dictionary<int, int> _integerPlaces = [];
    private int _first, _last;

    public AxisGrowth(GrowingAxis axis, string[] strings, int[] integers)
    {
        (_axis, _numbers, _last) = (axis, axis.Axis as NumericAxis, (axis.Axis?.Bins ?? 1) - 1);
        foreach (var category in strings) PlaceOf(category);
        foreach (var category in integers) PlaceOf(category);
    }

    public int PlaceOf(string category)
    {
        if (_axis.Axis is StringCategoryAxis axis) return axis.IndexOf(category) is >= 0 and var index ? index : None;
        if (_stringPlaces.TryGetValue(category, out var place)) return place;
        _strings.Add(category);
        return _stringPlaces[category] = _strings.Count - 1;
    }

    public int PlaceOf(double value)
    {
        if (_axis.Kind == GrowthKind.Fixed) return _numbers!.IndexOf(value) is >= 0 and var index ? index : None;
        if (!double.IsFinite(value)) return value < 0 && _axis.Kind == GrowthKind.Range ? Below : Above;
        return _axis.Kind == GrowthKind.Range ? InRange(value) : value == (int)value ? OfInteger((int)value) : Above;
    }

    /// <summary>The place here of a place of another copy, which is made where it is missing.</summary>
    public int PlaceOf(AxisGrowth other, int place)
    {
        if (place is Below or Above) return place;
        switch (_axis.Kind)
        {
            case GrowthKind.Strings: return PlaceOf(other._strings[place]);
            case GrowthKind.Integers: return OfInteger(other._integers[place]);
            case GrowthKind.Range:
                (_first, _last) = (Math.Min(_first, other._first), Math.Max(_last, other._last));
                return place;
            default: return place;
        }
    }

    /// <summary>The axis with all bins that there are.</summary>
    public Axis ToAxis(string histogram)
    {
        if (_axis is { Kind: GrowthKind.Fixed, Axis: { } fixedAxis }) return fixedAxis.WithLabel(_axis.Label);
        if (_axis.Kind is not GrowthKind.Range && _strings.Count + _integers.Count == 0)
            throw new InvalidOperationException($"histogram \"{histogram}\": axis \"{_axis.Name}\" has no category yet; fill it first, or give it one");
        Axis axis = _axis.Kind switch
        {
            GrowthKind.Strings => Axis.Category(_axis.Name, [.. _strings]).WithoutFlow(),
            GrowthKind.Integers => Axis.IntCategory(_axis.Name, [.. _integers]),
            _ when _axis.Axis is IntegerAxis integers => Axis.Integer(_axis.Name, integers.Start + _first, integers.Start + _last + 1),
            _ => Grown((RegularAxis)_axis.Axis!),
        };
        return axis.WithLabel(_axis.Label);
    }

    /// <summary>The index of a place on <see cref="ToAxis"/>.</summary>
    public int IndexOf(int place, Axis axis) => place switch
    {
        Below => 0,
        Above => axis.Extent - 1,
        _ => _axis.Kind == GrowthKind.Range ? axis.First + place - _first : place,
    };

    private int OfInteger(int category)
    {
        if (_integerPlaces.TryGetValue(category, out var place)) return place;
        _integers.Add(category);
        return _integerPlaces[category] = _integers.Count - 1;
    }

    private int InRange(double value)
    {
        var bin = _axis.Axis is RegularAxis axis ? BinOf(axis, value) : Math.Floor(value) - ((IntegerAxis)_axis.Axis!).Start;
        var (first, last) = (Math.Min(_first, bin), Math.Max(_last, bin));
        if (last - first >= MostBins)
            throw new ArgumentException($"axis \"{_axis.Name}\" would grow to {last - first + 1} bins for {value}, {MostBins} are the most; leave such values out or take a fixed axis", nameof(value));
        (_first, _last) = ((int)first, (int)last);
        return (int)bin;
    }

    // In the range of the start the bin of the axis itself.
    private static double BinOf(RegularAxis axis, double value)
    {
        var bin = Math.Floor(axis.Bins * (value - axis.Low) / (axis.High - axis.Low));
        return value < axis.Low ? Math.Min(bin, -1) : value >= axis.High ? Math.Max(bin, axis.Bins) : bin;
    }

    private RegularAxis Grown(RegularAxis axis)
    {
        var width = (axis.High - axis.Low) / axis.Bins;
        var low = _first == 0 ? axis.Low : axis.Low + _first * width;
        var high = _last == axis.Bins - 1 ? axis.High : axis.Low + (_last + 1) * width;
        return Axis.Regular(axis.Name, _last - _first + 1, low, high);
    }
}
