using Ristretto.Plots.Drawing;

namespace Ristretto.Plots.Styles;

/// <summary>Sizes, fonts and colours of a figure. Lengths are points (1/72 inch).</summary>
/// <param name="Name">The name of the look.</param>
public sealed record PlotStyle(string Name)
{
    /// <summary>The look of CMS publications: 10 × 10 inches, Helvetica, ticks inside on four sides, six colours that people with a colour vision deficiency tell apart.</summary>
    public static PlotStyle Cms { get; } = new("CMS");

    /// <summary>Width of the page.</summary>
    public double Width { get; init; } = 720;

    /// <summary>Height of the page.</summary>
    public double Height { get; init; } = 720;

    /// <summary>Size of axis titles; other sizes follow from it.</summary>
    public double FontSize { get; init; } = 26;

    /// <summary>Size of the numbers at ticks.</summary>
    public double TickFontSize => FontSize * 0.85;

    /// <summary>Size of legend entries.</summary>
    public double LegendFontSize => FontSize * 0.8;

    /// <summary>Size of remarks.</summary>
    public double HintFontSize => FontSize * 0.55;

    /// <summary>Room left of the frame.</summary>
    public double Left { get; init; } = 112;

    /// <summary>Room right of the frame.</summary>
    public double Right { get; init; } = 36;

    /// <summary>Room above the frame.</summary>
    public double Top { get; init; } = 56;

    /// <summary>Room below the frame.</summary>
    public double Bottom { get; init; } = 88;

    /// <summary>Width of the frame's lines.</summary>
    public double FrameWidth { get; init; } = 2;

    /// <summary>Width of histogram lines.</summary>
    public double LineWidth { get; init; } = 2.5;

    /// <summary>Length of ticks with a number.</summary>
    public double MajorTick { get; init; } = 12;

    /// <summary>Length of ticks without a number.</summary>
    public double MinorTick { get; init; } = 6;

    /// <summary>Radius of data points.</summary>
    public double PointRadius { get; init; } = 4.5;

    /// <summary>The share of the height that a ratio panel takes.</summary>
    public double RatioShare { get; init; } = 0.25;

    /// <summary>Colours of series, used in turn.</summary>
    public IReadOnlyList<Color> Colors { get; init; } = Palettes.Petroff6;

    /// <summary>Colours of two-dimensional contents, from low to high.</summary>
    public Gradient Gradient { get; init; } = Gradient.Viridis;

    /// <summary>The bold text at the top left.</summary>
    public string Label { get; init; } = "Ristretto";

    /// <summary>The slanted text after it.</summary>
    public string Supplement { get; init; } = "simulation";
}
