using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Programs;
using Ristretto.Events.Systematics;

namespace Ristretto.Cli.Running;

/// <summary>What the user said about a run.</summary>
internal sealed record RunSettings
{
    /// <summary>Name or path of the analysis.</summary>
    public required string Analysis { get; init; }

    /// <summary>Path of the fileset.</summary>
    public required string Fileset { get; init; }

    /// <summary>Folder of the corrections.</summary>
    public string? Corrections { get; init; }

    /// <summary>The output folder.</summary>
    public required string Output { get; init; }

    /// <summary>Whether to replace the output folder.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Number of threads; all processors when null.</summary>
    public int? Threads { get; init; }

    /// <summary>Memory such as <c>2GiB</c>; the engine's default when null.</summary>
    public string? Memory { get; init; }

    /// <summary>Events per batch; the engine's default when null.</summary>
    public int? Tile { get; init; }

    /// <summary>The data sets; those that the analysis knows when null.</summary>
    public IReadOnlyList<string>? Datasets { get; init; }

    /// <summary>Most events of each data set; all when null.</summary>
    public long? MaxEvents { get; init; }

    /// <summary>The only events to process, as <c>run:lumi:event,…</c> or <c>@file</c>; all when null.</summary>
    public string? Events { get; init; }

    /// <summary>Whether files that cannot be read are left out.</summary>
    public bool SkipBadFiles { get; init; }

    /// <summary>How often a run of events is tried again; the engine's default when null.</summary>
    public int? Retries { get; init; }

    /// <summary>Selected events to write as a table.</summary>
    public int DumpEvents { get; init; }

    /// <summary>Which variations are computed: all, weights or none.</summary>
    public string Systematics { get; init; } = "all";

    /// <summary>Whether to measure and show what every cut and histogram costs.</summary>
    public bool Cost { get; init; }

    /// <summary>File for the profile; none when null.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether only to find out what would be read.</summary>
    public bool DryRun { get; init; }

    /// <summary>How servers are dealt with.</summary>
    public Func<SourceOptions>? Servers { get; init; }

    /// <summary>Whether to print JSON.</summary>
    public bool Json { get; init; }

    /// <summary>The command as typed.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The request to the analysis.</summary>
    /// <param name="note">Told what the user should know.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <param name="connections">The connections to servers; null where all files are local.</param>
    /// <exception cref="UsageException">A number is out of range.</exception>
    internal RunRequest ToRequest(Action<string> note, CancellationToken cancellation, Connections? connections = null)
    {
        var defaults = new RunOptions();
        return new RunRequest
        {
            Fileset = Fileset,
            Corrections = Corrections,
            Output = Output,
            Overwrite = Overwrite,
            Datasets = Datasets is { Count: > 0 } ? Datasets : null,
            DumpEvents = (int)AtLeast("--dump-events", DumpEvents, 0),
            DryRun = DryRun,
            CommandLine = CommandLine,
            Version = PrintVersion.Version,
            Note = note,
            Options = defaults with
            {
                Threads = (int)AtLeast("--threads", Threads ?? defaults.Threads, 1),
                Memory = Memory is null ? null : ByteSize.Parse(Memory, "--memory"),
                TileSize = (int)AtLeast("--tile", Tile ?? defaults.TileSize, 1),
                MaxEvents = AtLeast("--max-events", MaxEvents ?? defaults.MaxEvents, 1),
                Events = Events is null ? null : ListOf(Events),
                SkipBadFiles = SkipBadFiles,
                DetailedCosts = Cost,
                Profile = Profile is null ? null : new RunProfile(),
                Retries = Retries ?? defaults.Retries,
                Systematics = ModeOf(Systematics),
                Connections = connections,
                Cancellation = cancellation,
            },
        };
    }

    private static SystematicsMode ModeOf(string text) => text switch
    {
        "all" => SystematicsMode.All,
        "weights" => SystematicsMode.Weights,
        "none" => SystematicsMode.None,
        _ => throw new UsageException($"--systematics {text}: all, weights or none"),
    };

    private static EventList ListOf(string text)
    {
        if (text.StartsWith('@')) return EventList.Open(text[1..]);
        try
        {
            return EventList.Parse(text);
        }
        catch (ConfigurationException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static long AtLeast(string option, long value, long least) =>
        value >= least ? value : throw new UsageException($"{option} is {value}; it must be at least {least}");
}
