using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>A two-dimensional histogram as coloured cells, with the scale of the colours beside it.</summary>
public sealed class MapFigure : Figure
{
    private BinnedMap? _map;
    private string _title = "Events";

    internal MapFigure(string name) : base(name)
    {
    }

    /// <summary>Sets the contents.</summary>
    /// <param name="map">The bins.</param>
    /// <param name="title">What is counted; the title of the colour scale.</param>
    public MapFigure Content(BinnedMap map, string title = "Events")
    {
        _map = map;
        _title = title;
        return this;
    }

    /// <inheritdoc/>
    public override FigureModel Compose()
    {
        var map = _map ?? throw new InvalidOperationException($"figure {Name} has no contents; set them with Content");
        if (Options.Density) map = DividedByArea(map);
        var x = Axis(map.X, Options.XLabel);
        var y = Axis(map.Y, Options.YLabel);
        var colors = ColorAxis(map);
        var hint = Options.Flow == FlowDisplay.Hint && map.Outside != 0 ? $"outside the axes: {NumberText.Yield(map.Outside)}" : "";
        return new(Name, "map", Options.Heading, [new("main", x, y, [new CellMark(map, colors, Options.Style.Gradient)])], new([], Options.Remarks), hint, Options.Style);
    }

    private static AxisModel Axis(BinAxis axis, string? label) => new(label ?? axis.Label, axis.Edges[0], axis.Edges[^1], false, axis.BinLabels);

    private AxisModel ColorAxis(BinnedMap map)
    {
        var filled = map.Values.Where(value => value != 0 && double.IsFinite(value)).ToArray();
        var highest = filled.DefaultIfEmpty(1).Max();
        if (Options.Logarithmic)
        {
            var lowest = filled.Where(value => value > 0).DefaultIfEmpty(0.1).Min();
            return new(_title, lowest, highest > lowest ? highest : 10 * lowest, true);
        }

        var start = Math.Min(0, filled.DefaultIfEmpty(0).Min());
        return new(_title, start, highest > start ? highest : start + 1);
    }

    private static BinnedMap DividedByArea(BinnedMap map) =>
        new(map.X, map.Y, [.. map.Values.Select((value, i) => value / (map.X.Width(i / map.Y.Count) * map.Y.Width(i % map.Y.Count)))], map.Outside);
}
