using Ristretto.Events.Engine;

namespace Ristretto.Events.Programs;

/// <summary>What a run of an analysis is asked to do.</summary>
public sealed record RunRequest
{
    /// <summary>Path of the fileset.</summary>
    public required string Fileset { get; init; }

    /// <summary>Folder with the corrections; <c>corrections/</c> beside the fileset when not given.</summary>
    public string? Corrections { get; init; }

    /// <summary>The output folder.</summary>
    public required string Output { get; init; }

    /// <summary>Replaces an output folder that is there already.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The data sets to process; those that the analysis knows when not given.</summary>
    public IReadOnlyList<string>? Datasets { get; init; }

    /// <summary>Writes the first so many selected events of each data set as a table; 0 for none.</summary>
    public int DumpEvents { get; init; }

    /// <summary>Only finds out what would be read.</summary>
    public bool DryRun { get; init; }

    /// <summary>Threads, memory, progress.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>The command as the user typed it, for the record.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>Version of the program, for the record.</summary>
    public string Version { get; init; } = "";

    /// <summary>Told what the user should know: skipped data sets, doubtful input.</summary>
    public Action<string> Note { get; init; } = _ => { };
}
