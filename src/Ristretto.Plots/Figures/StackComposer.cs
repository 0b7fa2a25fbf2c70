using System.Globalization;
using Ristretto.Plots.Drawing;
using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>Turns the description of a stack into panels.</summary>
internal sealed class StackComposer
{
    private static readonly Color s_bandColor = Color.Black.WithOpacity(0.25);

    private readonly StackFigure _figure;
    private readonly FigureOptions _options;
    private readonly BinAxis _axis;
    private readonly List<Mark> _marks = [];
    private readonly List<LegendEntry> _entries = [];
    private BinnedSeries? _expectation;

    internal StackComposer(StackFigure figure)
    {
        _figure = figure;
        _options = figure.Options;
        _axis = (figure.Backgrounds.Concat(figure.Signals).FirstOrDefault() ?? figure.Observed)?.Series.Axis
            ?? throw new InvalidOperationException($"figure {figure.Name} has no series; add a Background, a Signal or Data");
    }

    private string XLabel => _options.XLabel ?? _axis.Label;

    private bool DrawsRatio => _figure is { RatioWanted: true, Incomplete: null, Observed: not null, Backgrounds.Count: > 0 };

    internal FigureModel Compose()
    {
        AddBackgrounds();
        AddSignals();
        if (_figure.Observed is { } data) AddData(data);

        var remarks = _figure.Incomplete is { } reason ? [.. _options.Remarks, reason] : _options.Remarks;
        var legend = new Legend(_entries, remarks);
        var x = new AxisModel(XLabel, _axis.Edges[0], _axis.Edges[^1], false, _axis.BinLabels);
        var (y, left) = VerticalAxis.Fit(_marks, AxisTitles.Contents("Events", _axis, XLabel, _options.Density), _options, legend, x, DrawsRatio ? 1 - _options.Style.RatioShare : 1);
        List<Panel> panels = [new("main", x, y, _marks)];
        if (DrawsRatio) panels.Add(RatioComposer.Compose(Prepared(_figure.Observed!.Series), _expectation!, x, _figure.RatioRange, _options.Style));
        return new(_figure.Name, "stack", _options.Heading, panels, legend with { Left = left }, FlowHint(), _options.Style);
    }

    private BinnedSeries Prepared(BinnedSeries series)
    {
        if (_options.Flow == FlowDisplay.Sum) series = series.WithFlowInEdgeBins();
        return _options.Density ? series.DividedByWidth() : series;
    }

    private void AddBackgrounds()
    {
        var colors = _options.Style.Colors.Where((_, index) => index != 2).ToArray();     // the third, red, is kept for signals
        var sorted = _figure.Backgrounds
            .Select((layer, index) => (Layer: layer, Color: layer.Color ?? colors[index % colors.Length]))
            .OrderBy(pair => pair.Layer.Series.Total.Value)                                 // stable: equal yields keep their order
            .ToArray();
        List<Mark> layers = [];
        foreach (var (layer, color) in sorted)
        {
            var series = Prepared(layer.Series);
            _expectation = _expectation?.Add(series) ?? series;
            layers.Add(new AreaMark("background", layer.Label, _axis.Edges, null, _expectation.Values, color, series));
            _entries.Add(new(Swatch.Area, layer.Label, NumberText.Yield(layer.Series.Total.Value), color));
        }

        layers.Reverse();                       // each outline reaches down to the axis, so the highest is painted first
        _marks.AddRange(layers);
        _entries.Reverse();
        if (_expectation is null) return;
        double[] errors = [.. _expectation.Variances.Select(Math.Sqrt)];
        _marks.Add(new AreaMark("uncertainty", "Stat. unc.", _axis.Edges, [.. _expectation.Values.Zip(errors, (v, e) => v - e)], [.. _expectation.Values.Zip(errors, (v, e) => v + e)], s_bandColor));
        _entries.Add(new(Swatch.Area, "Stat. unc.", "", s_bandColor));
    }

    private void AddSignals()
    {
        Color[] colors = [_options.Style.Colors[2 % _options.Style.Colors.Count], Color.Black, _options.Style.Colors[^1]];
        for (var i = 0; i < _figure.Signals.Count; i++)
        {
            var (series, label, _, scale) = _figure.Signals[i];
            var drawn = Prepared(series.Scale(scale));
            if (scale != 1) label += string.Create(CultureInfo.InvariantCulture, $" \u00D7 {scale:0.###}");
            DashPattern? dash = i < colors.Length ? null : new(8, 5);
            var color = colors[i % colors.Length];
            _marks.Add(new StepMark("signal", label, _axis.Edges, drawn.Values, new(color, _options.Style.LineWidth, dash), [.. drawn.Variances.Select(Math.Sqrt)]));
            _entries.Insert(i, new(Swatch.Line, label, NumberText.Yield(series.Total.Value), color, dash));
        }
    }

    private void AddData(StackFigure.Layer data)
    {
        var points = DataPoints.Of(data.Label, PreparedForIntervals(data.Series), _axis, _options.Density, where: bin => _expectation is { } expected && expected.Values[bin] > 0);
        _marks.Add(points);
        var total = data.Series.Total.Value;
        _entries.Insert(0, new(Swatch.Points, data.Label, NumberText.Yield(total, whole: total == Math.Round(total)), Color.Black));
    }

    // Intervals belong to counts, so they come before the division by the bin width.
    private BinnedSeries PreparedForIntervals(BinnedSeries series) => _options.Flow == FlowDisplay.Sum ? series.WithFlowInEdgeBins() : series;

    private string FlowHint()
    {
        if (_options.Flow != FlowDisplay.Hint) return "";
        var hints = new List<string>();
        AddHint("underflow", layer => layer.Series.Underflow.Value);
        AddHint("overflow", layer => layer.Series.Overflow.Value);
        return string.Join(" \u00B7 ", hints);

        void AddHint(string what, Func<StackFigure.Layer, double> flow)
        {
            var parts = new List<string>();
            if (_figure.Observed is { } data && flow(data) != 0) parts.Add($"data {NumberText.Yield(flow(data), flow(data) == Math.Round(flow(data)))}");
            if (_figure.Backgrounds.Sum(flow) is var expected && expected != 0) parts.Add($"expected {NumberText.Yield(expected)}");
            if (_figure.Signals.Sum(flow) is var signal && signal != 0) parts.Add($"signal {NumberText.Yield(signal)}");
            if (parts.Count > 0) hints.Add($"{what}: {string.Join(", ", parts)}");
        }
    }
}
