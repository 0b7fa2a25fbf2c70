using Ristretto.Histograms;

namespace Ristretto.Cli.Measurements;

/// <summary>What a query of the analysis description language benchmark gives and costs; times are medians.</summary>
internal sealed record AdlFigures
{
    /// <summary>Q1 to Q8, or Q7a.</summary>
    internal required string Query { get; init; }

    /// <summary>What one run has filled.</summary>
    internal required IReadOnlyList<Histogram> Histograms { get; init; }

    /// <summary>Events of all files.</summary>
    internal required long Events { get; init; }

    /// <summary>From the first to the last event.</summary>
    internal required double Seconds { get; init; }

    /// <summary>The same with opening the files and finding out which columns are read.</summary>
    internal required double TotalSeconds { get; init; }

    /// <summary>Bytes that one run reads.</summary>
    internal required long BytesRead { get; init; }

    /// <summary>Reading and decoding the same columns, and nothing else.</summary>
    internal required double FloorSeconds { get; init; }

    /// <summary>The query over columns that lie decoded in memory, for as many events.</summary>
    internal required double ComputeSeconds { get; init; }

    /// <summary>The most memory that the process held in the first run, in MB.</summary>
    internal required double PeakMemoryMB { get; init; }

    /// <summary>Events per second of <see cref="Seconds"/>.</summary>
    internal double EventsPerSecond => Seconds > 0 ? Events / Seconds : 0;
}
