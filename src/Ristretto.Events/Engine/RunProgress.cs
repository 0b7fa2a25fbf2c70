using Ristretto.Events.Engine.Costs;

namespace Ristretto.Events.Engine;

/// <summary>How far a run has come.</summary>
/// <param name="Events">Events processed.</param>
/// <param name="TotalEvents">Events to process.</param>
/// <param name="BytesRead">Bytes read from the files.</param>
/// <param name="Elapsed">Time since the first event.</param>
/// <param name="Dataset">The data set that is being processed.</param>
public readonly record struct RunProgress(long Events, long TotalEvents, long BytesRead, TimeSpan Elapsed, string Dataset)
{
    /// <summary>Where the time of the workers went so far.</summary>
    public StageTimes Stages { get; init; }

    /// <summary>Events per second so far.</summary>
    public double EventsPerSecond => Elapsed > TimeSpan.Zero ? Events / Elapsed.TotalSeconds : 0;

    /// <summary>Time that is left at this speed; null before the first event.</summary>
    public TimeSpan? TimeLeft => Events > 0 ? Elapsed * ((TotalEvents - Events) / (double)Events) : null;
}
