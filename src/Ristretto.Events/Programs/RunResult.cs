using Ristretto.Events.Engine;
using Ristretto.Events.Selections;

namespace Ristretto.Events.Programs;

/// <summary>What a run of an analysis has done.</summary>
public sealed record RunResult
{
    /// <summary>What was or would be read.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>What it cost; null for a dry run.</summary>
    public RunReport? Report { get; init; }

    /// <summary>The cutflows; null for a dry run.</summary>
    public CutflowTable? Cutflows { get; init; }

    /// <summary>The page to open; null when there is none.</summary>
    public string? Page { get; init; }
}
