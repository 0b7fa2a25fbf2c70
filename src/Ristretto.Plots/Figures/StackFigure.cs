using Ristretto.Plots.Drawing;
using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>Stacked backgrounds, signals as lines, data as points with Garwood intervals, and on request their ratio.</summary>
public sealed class StackFigure : Figure
{
    private readonly List<Layer> _backgrounds = [];
    private readonly List<Layer> _signals = [];

    internal StackFigure(string name) : base(name)
    {
    }

    /// <summary>The layers of the expectation in the order in which they were added.</summary>
    internal IReadOnlyList<Layer> Backgrounds => _backgrounds;

    internal IReadOnlyList<Layer> Signals => _signals;

    internal Layer? Observed { get; private set; }

    internal bool RatioWanted { get; private set; }

    internal (double Low, double High)? RatioRange { get; private set; }

    internal string? Incomplete { get; private set; }

    /// <summary>Adds a part of the expectation; the smallest is drawn at the bottom of the stack.</summary>
    /// <param name="series">The bins, already scaled to the luminosity of the data.</param>
    /// <param name="label">Its name in the legend.</param>
    /// <param name="color">Its colour; otherwise the style's next one.</param>
    /// <exception cref="ArgumentException">The bins differ from those of the other series.</exception>
    public StackFigure Background(BinnedSeries series, string label, Color? color = null)
    {
        _backgrounds.Add(new(Checked(series), label, color, 1));
        return this;
    }

    /// <summary>Adds a signal, drawn as a line over the stack.</summary>
    /// <param name="series">The bins.</param>
    /// <param name="label">Its name in the legend; a scale other than 1 is added to it.</param>
    /// <param name="scale">A factor that makes a small signal visible; the legend's yield is without it.</param>
    /// <exception cref="ArgumentException">The bins differ from those of the other series.</exception>
    public StackFigure Signal(BinnedSeries series, string label, double scale = 1)
    {
        _signals.Add(new(Checked(series), label, null, scale));
        return this;
    }

    /// <summary>Sets the data.</summary>
    /// <exception cref="ArgumentException">The bins differ from those of the other series.</exception>
    public StackFigure Data(BinnedSeries series, string label = "Data")
    {
        Observed = new(Checked(series), label, null, 1);
        return this;
    }

    /// <summary>Adds a panel with data over expectation.</summary>
    public StackFigure Ratio()
    {
        RatioWanted = true;
        return this;
    }

    /// <summary>Adds a panel with data over expectation between two fixed values.</summary>
    public StackFigure Ratio(double low, double high)
    {
        if (!(low < 1 && high > 1)) throw new ArgumentException($"a ratio panel from {low:R} to {high:R} does not contain 1");
        RatioRange = (low, high);
        return Ratio();
    }

    /// <summary>Says that the backgrounds are not the whole expectation: no ratio is drawn, and the figure carries the reason.</summary>
    /// <param name="reason">What is missing, e.g. <c>multijet background not simulated</c>.</param>
    public StackFigure IncompleteExpectation(string reason)
    {
        Incomplete = reason;
        return this;
    }

    /// <inheritdoc/>
    public override FigureModel Compose() => new StackComposer(this).Compose();

    private BinnedSeries Checked(BinnedSeries series)
    {
        var first = _backgrounds.Concat(_signals).FirstOrDefault() ?? Observed;
        first?.Series.RequireSameBins(series);
        return series;
    }

    internal sealed record Layer(BinnedSeries Series, string Label, Color? Color, double Scale);
}
