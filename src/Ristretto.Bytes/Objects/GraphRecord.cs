namespace Ristretto.Bytes.Objects;

/// <summary>TGraph, TGraphErrors, TGraphAsymmErrors: points, with or without errors, as they stand in a file.</summary>
public sealed record GraphRecord
{
    /// <summary>fName.</summary>
    public required string Name { get; init; }

    /// <summary>fTitle.</summary>
    public string Title { get; init; } = "";

    /// <summary>fX.</summary>
    public required double[] X { get; init; }

    /// <summary>fY: as many as <see cref="X"/>.</summary>
    public required double[] Y { get; init; }

    /// <summary>fEX, or fEXlow: errors in x, downwards if there are others upwards; empty for a graph without errors.</summary>
    public double[] XErrors { get; init; } = [];

    /// <summary>fEY, or fEYlow: errors in y, downwards if there are others upwards; empty for a graph without errors.</summary>
    public double[] YErrors { get; init; } = [];

    /// <summary>fEXhigh: errors in x upwards; empty when errors are the same in both directions.</summary>
    public double[] XErrorsUp { get; init; } = [];

    /// <summary>fEYhigh: errors in y upwards; empty when errors are the same in both directions.</summary>
    public double[] YErrorsUp { get; init; } = [];

    /// <summary>The ROOT class that holds these errors.</summary>
    public string Class => XErrorsUp.Length + YErrorsUp.Length > 0 ? "TGraphAsymmErrors"
        : XErrors.Length + YErrors.Length > 0 ? "TGraphErrors"
        : "TGraph";
}
