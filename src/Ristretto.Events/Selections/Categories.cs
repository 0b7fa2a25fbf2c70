using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Selections;

/// <summary>To which categories each event of a batch belongs, along one or several axes: tags, regions, channels. Along an axis an event may belong to one category,
/// to several or to none; several axes make all their combinations.</summary>
/// <remarks>Said once, it serves the cutflow (<see cref="CutflowStep.Split(Categories)"/>) and every histogram with category axes of these names.</remarks>
public sealed class Categories
{
    private readonly Axis[] _axes;
    private CategoryCombination[]? _combinations;
    private Column<int>? _positions;
    private bool _isOverlapping;

    /// <summary>Categories along one axis.</summary>
    /// <param name="axis">Name of the axis, that of the histograms' category axis.</param>
    /// <param name="categories">Names, and the events that belong to each: masks of shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">None is given, two have one name, or two masks have different lengths.</exception>
    public Categories(string axis, params IEnumerable<(string Name, Mask Belongs)> categories) : this([Axis.Of(axis, categories)]) { }

    private Categories(Axis[] axes)
    {
        _axes = axes;
        Length = axes[0].Masks[0].Length;
        foreach (var axis in axes)
            for (var i = 0; i < axis.Masks.Length; i++)
                if (axis.Masks[i].Length != Length) throw new ArgumentException($"category \"{axis.Names[i]}\" of \"{axis.Name}\" is given for {axis.Masks[i].Length} events, others for {Length}");
    }

    /// <summary>Number of events.</summary>
    public int Length { get; }

    /// <summary>Names of the axes.</summary>
    public IReadOnlyList<string> Axes => [.. _axes.Select(axis => axis.Name)];

    /// <summary>Names of all combinations, the last axis fastest, joined by a slash: <c>fourTag/SR</c>.</summary>
    public IReadOnlyList<string> Names => [.. Combinations.Select(combination => string.Join('/', combination.Names))];

    /// <summary>The events that belong to a combination: one category of each axis.</summary>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public Mask this[params ReadOnlySpan<string> categories]
    {
        get
        {
            if (categories.Length != _axes.Length) throw new ArgumentException($"the categories have {_axes.Length} axes ({string.Join(", ", Axes)}), {categories.Length} names are given");
            var belongs = _axes[0].Find(categories[0]);
            for (var i = 1; i < categories.Length; i++) belongs &= _axes[i].Find(categories[i]);
            return belongs;
        }
    }

    /// <summary>The categories of the events for which a mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public Categories this[Mask events] => this[events.Length == Length ? events.ToIndex() : throw new ArgumentException($"a mask of {events.Length} events for categories of {Length}", nameof(events))];

    /// <summary>The categories of the given events.</summary>
    public Categories this[EventIndex events] => new([.. _axes.Select(axis => axis with { Masks = [.. axis.Masks.Select(mask => mask[events])] })]);

    /// <summary>Adds an axis: every combination of its categories with those that are there.</summary>
    /// <exception cref="ArgumentException">There is an axis of this name, none is given, two have one name, or masks have another length.</exception>
    public Categories By(string axis, params IEnumerable<(string Name, Mask Belongs)> categories) =>
        Axes.Contains(axis) ? throw new ArgumentException($"there is an axis \"{axis}\" already", nameof(axis)) : new([.. _axes, Axis.Of(axis, categories)]);

    /// <summary>All combinations of one category of each axis, the last axis fastest.</summary>
    public IReadOnlyList<CategoryCombination> Combinations
    {
        get
        {
            if (_combinations is not null) return _combinations;
            var combinations = _axes[0].Names.Select((name, i) => new CategoryCombination([name], _axes[0].Masks[i]));
            foreach (var axis in _axes.Skip(1))
                combinations = combinations.SelectMany(first => axis.Names.Select((name, i) => new CategoryCombination([.. first.Names, name], first.Belongs & axis.Masks[i])));
            return _combinations = [.. combinations];
        }
    }

    /// <summary>For each event the number of the one combination that it belongs to, -1 for none, shape <c>[events]</c>; null when an event belongs to several.</summary>
    public Column<int>? Positions
    {
        get
        {
            if (_positions is not null || _isOverlapping) return _positions;
            var buffer = ColumnBuffer<int>.Allocate(_axes[0].Masks[0].Workspace, Length);
            var positions = buffer.Span;
            positions.Fill(-1);
            for (var number = 0; number < Combinations.Count; number++)
            {
                var belongs = Combinations[number].Belongs.AsBytes();
                for (var i = 0; i < belongs.Length; i++)
                {
                    if (belongs[i] == 0) continue;
                    if (_isOverlapping = positions[i] >= 0) return null;
                    positions[i] = number;
                }
            }
            return _positions = new Column<int>(buffer);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(" × ", _axes.Select(axis => $"{axis.Name} ({string.Join(", ", axis.Names)})"))} of {Length} events";

    private sealed record Axis(string Name, string[] Names, Mask[] Masks)
    {
        internal static Axis Of(string name, IEnumerable<(string Name, Mask Belongs)> categories)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            var given = categories.ToArray();
            if (given.Length == 0) throw new ArgumentException($"axis \"{name}\" has no categories", nameof(categories));
            var twice = given.GroupBy(category => category.Name).FirstOrDefault(group => group.Count() > 1);
            if (twice is not null) throw new ArgumentException($"axis \"{name}\" has two categories \"{twice.Key}\"", nameof(categories));
            return new Axis(name, [.. given.Select(category => category.Name)], [.. given.Select(category => category.Belongs)]);
        }

        internal Mask Find(string category)
        {
            var at = Array.IndexOf(Names, category);
            return at >= 0 ? Masks[at] : throw new ArgumentException($"axis \"{Name}\" has no category \"{category}\"{NearestNames.Hint(category, Names)}; it has: {string.Join(", ", Names)}");
        }
    }
}
