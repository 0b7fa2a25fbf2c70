using Ristretto.Plots.Drawing;
using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>Histograms drawn over each other as lines with error bands; a single one is filled.</summary>
public sealed class ShapeFigure : Figure
{
    private readonly List<(BinnedSeries Series, string Label)> _shapes = [];
    private bool _normalized;

    internal ShapeFigure(string name) : base(name)
    {
    }

    /// <summary>Adds a histogram.</summary>
    /// <param name="series">The bins.</param>
    /// <param name="label">Its name in the legend; none without a name.</param>
    /// <exception cref="ArgumentException">The bins differ from those of the other series.</exception>
    public ShapeFigure Add(BinnedSeries series, string label = "")
    {
        if (_shapes.Count > 0) _shapes[0].Series.RequireSameBins(series);
        _shapes.Add((series, label));
        return this;
    }

    /// <summary>Scales every histogram to unit area (under- and overflow included), so that shapes can be compared.</summary>
    public ShapeFigure Normalized()
    {
        _normalized = true;
        return this;
    }

    /// <inheritdoc/>
    public override FigureModel Compose()
    {
        if (_shapes.Count == 0) throw new InvalidOperationException($"figure {Name} has no series; add one with Add");
        var axis = _shapes[0].Series.Axis;
        var xLabel = Options.XLabel ?? axis.Label;
        List<Mark> bands = [], lines = [];
        List<LegendEntry> entries = [];
        for (var i = 0; i < _shapes.Count; i++)
        {
            var (original, label) = _shapes[i];
            var series = Prepared(original);
            var color = Options.Style.Colors[i % Options.Style.Colors.Count];
            DashPattern? dash = i < Options.Style.Colors.Count ? null : new(8, 5);
            double[] errors = [.. series.Variances.Select(Math.Sqrt)];
            if (_shapes.Count == 1) bands.Add(new AreaMark("fill", "", axis.Edges, null, series.Values, color.Mix(Color.White, 0.75)));
            bands.Add(new AreaMark("uncertainty", "", axis.Edges, [.. series.Values.Zip(errors, (v, e) => v - e)], [.. series.Values.Zip(errors, (v, e) => v + e)], color.WithOpacity(0.3)));
            lines.Add(new StepMark("shape", label, axis.Edges, series.Values, new(color, Options.Style.LineWidth, dash), errors));
            if (label.Length > 0) entries.Add(new(Swatch.Line, label, _normalized ? "" : NumberText.Yield(original.Total.Value), color, dash));
        }

        Mark[] marks = [.. bands, .. lines];
        var legend = new Legend(entries, Options.Remarks);
        var x = new AxisModel(xLabel, axis.Edges[0], axis.Edges[^1], false, axis.BinLabels);
        var (y, left) = VerticalAxis.Fit(marks, AxisTitles.Contents(_normalized ? "Fraction" : "Events", axis, xLabel, Options.Density), Options, legend, x, 1);
        return new(Name, "shapes", Options.Heading, [new("main", x, y, marks)], legend with { Left = left }, FlowHint(), Options.Style);
    }

    private BinnedSeries Prepared(BinnedSeries series)
    {
        if (_normalized && series.Total.Value is var total && total != 0) series = series.Scale(1 / total);
        if (Options.Flow == FlowDisplay.Sum) series = series.WithFlowInEdgeBins();
        return Options.Density ? series.DividedByWidth() : series;
    }

    private string FlowHint()
    {
        if (Options.Flow != FlowDisplay.Hint || _shapes.Count > 1) return "";
        var (under, over) = (_shapes[0].Series.Underflow.Value, _shapes[0].Series.Overflow.Value);
        string[] hints = [under == 0 ? "" : $"underflow: {NumberText.Yield(under)}", over == 0 ? "" : $"overflow: {NumberText.Yield(over)}"];
        return string.Join(" \u00B7 ", hints.Where(hint => hint.Length > 0));
    }
}
