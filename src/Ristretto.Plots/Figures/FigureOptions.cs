using System.Globalization;
using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Figures;

/// <summary>What all kinds of figures can be told.</summary>
public sealed record FigureOptions
{
    /// <summary>Sizes and colours.</summary>
    public PlotStyle Style { get; init; } = PlotStyle.Cms;

    /// <summary>The bold text at the top left; <see langword="null"/> for the style's.</summary>
    public string? Label { get; init; }

    /// <summary>The slanted text after it; <see langword="null"/> for the style's, when the label is the style's too.</summary>
    public string? Supplement { get; init; }

    /// <summary>The text at the top right.</summary>
    public string Right { get; init; } = "";

    /// <summary>The horizontal axis' title; <see langword="null"/> for the histogram's.</summary>
    public string? XLabel { get; init; }

    /// <summary>The vertical axis' title; <see langword="null"/> to derive it from the bins.</summary>
    public string? YLabel { get; init; }

    /// <summary>Whether contents are drawn on a logarithmic axis.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>Whether contents are divided by the bin widths.</summary>
    public bool Density { get; init; }

    /// <summary>What happens to contents outside the axis.</summary>
    public FlowDisplay Flow { get; init; } = FlowDisplay.Hint;

    /// <summary>Short lines under the legend.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The line above the frame.</summary>
    public Heading Heading => new(Label ?? Style.Label, Supplement ?? (Label is null ? Style.Supplement : ""), Right);

    /// <summary>Luminosity and energy as they stand at the top right: <c>59.8 pb⁻¹ (13 TeV)</c>.</summary>
    public static string LuminosityText(double luminosity, string unit, double energyTeV) =>
        string.Create(CultureInfo.InvariantCulture, $"{luminosity:0.###} {unit}^{{-1}} ({energyTeV:0.##} TeV)");
}
