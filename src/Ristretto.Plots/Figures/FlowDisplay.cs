namespace Ristretto.Plots.Figures;

/// <summary>What happens to contents outside the axis.</summary>
public enum FlowDisplay
{
    /// <summary>A remark beside the frame gives their sums.</summary>
    Hint,

    /// <summary>They are added to the first and last bins.</summary>
    Sum,

    /// <summary>They are not shown (the written numbers have them still).</summary>
    None,
}
