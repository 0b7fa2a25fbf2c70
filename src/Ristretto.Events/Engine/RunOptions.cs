using Ristretto.Bytes.Sources;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>How the events are run over. None of it changes a result, except <see cref="MaxEvents"/>, and <see cref="Systematics"/> what beside the nominal result is found.</summary>
public sealed record RunOptions
{
    /// <summary>Default number of events per batch.</summary>
    public const int DefaultTileSize = 2048;

    /// <summary>Number of worker threads; all processors by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory that the process may take, in bytes, all things included. Threads and batch size are chosen to stay below it by estimate;
    /// the program <c>ristretto</c> also limits the heap.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>Largest number of events in a batch; smaller batches are used where memory is short.</summary>
    public int TileSize { get; init; } = DefaultTileSize;

    /// <summary>Stops after so many events of each data set.</summary>
    public long MaxEvents { get; init; } = long.MaxValue;

    /// <summary>Which variations are computed. The nominal result is the same with all and with none.</summary>
    public SystematicsMode Systematics { get; init; }

    /// <summary>Told about the progress about ten times a second, from the calling thread.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>The connections to servers, for files that are not local, with their options; without them the run makes its own.</summary>
    public Connections? Connections { get; init; }

    /// <summary>Ends the run at the next batch.</summary>
    public CancellationToken Cancellation { get; init; }
}
