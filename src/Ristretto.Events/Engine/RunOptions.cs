using Ristretto.Bytes.Sources;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>How the events are run over. None of it changes a result, except <see cref="MaxEvents"/> and <see cref="Events"/>, <see cref="SkipBadFiles"/> where a file is bad, and <see cref="Systematics"/> what beside the nominal result is found.</summary>
public sealed record RunOptions
{
    /// <summary>Default number of events per batch.</summary>
    public const int DefaultTileSize = 2048;

    /// <summary>Default memory, in bytes: 2 GiB.</summary>
    public const long DefaultMemory = 2L << 30;

    /// <summary>Number of worker threads; all processors by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory that the process may take, in bytes, all things included; by default <see cref="DefaultMemory"/> beside what the process already holds
    /// when the run begins. Threads and batch size are chosen to stay below it by estimate; the program <c>ristretto</c> also limits the heap.</summary>
    public long? Memory { get; init; }

    /// <summary>Largest number of events in a batch; smaller batches are used where memory is short.</summary>
    public int TileSize { get; init; } = DefaultTileSize;

    /// <summary>Stops after so many events of each data set.</summary>
    public long MaxEvents { get; init; } = long.MaxValue;

    /// <summary>Processes these events only, by the branches run, luminosityBlock and event; null for all.</summary>
    public EventList? Events { get; init; }

    /// <summary>Leaves out files that cannot be read, whole, and lists them in the report, instead of ending the run at the first. What is wrong with the analysis,
    /// or a column that it wants and a file lacks, still ends the run; so does it when no file can be read.</summary>
    public bool SkipBadFiles { get; init; }

    /// <summary>How often a run of events is tried again when its bytes could not be fetched for a reason that may pass. The analysis then sees its events
    /// again; what it has filled with them is dropped.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The pause before a run of events is tried again; each further one is three times as long.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Which variations are computed. The nominal result is the same with all and with none.</summary>
    public SystematicsMode Systematics { get; init; }

    /// <summary>Measures each cut and each histogram by itself, see <see cref="RunReport.Cuts"/>; takes a few per cent of the time.</summary>
    public bool DetailedCosts { get; init; }

    /// <summary>Gets what each worker did when; null for a run without. Includes <see cref="DetailedCosts"/>.</summary>
    public RunProfile? Profile { get; init; }

    /// <summary>Told about the progress about ten times a second, from the calling thread.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Called whenever everything of a file is in the results, file by file in the order of the run: histograms, cutflows and values of graphs then hold all events up to the end of
    /// that file, the same for any number of threads. It is called by one worker at a time, and nothing more is merged until it returns; files that are lost are left out.
    /// What it throws ends the run.</summary>
    public Action<SampleInfo>? FileMerged { get; init; }

    /// <summary>The connections to servers, for files that are not local, with their options; without them the run makes its own.</summary>
    public Connections? Connections { get; init; }

    /// <summary>Ends the run at the next batch.</summary>
    public CancellationToken Cancellation { get; init; }
}
