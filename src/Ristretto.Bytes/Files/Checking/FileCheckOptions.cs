using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>How a file is checked.</summary>
public sealed record FileCheckOptions
{
    /// <summary>Everything as usual.</summary>
    public static FileCheckOptions Default { get; } = new();

    /// <summary>The connections to servers; without them a remote file has one of its own.</summary>
    public Connections? Connections { get; init; }

    /// <summary>Is told every few megabytes how far the check has come.</summary>
    public Action<FileCheckProgress>? Progress { get; init; }

    /// <summary>Most problems that are listed; all of them are counted.</summary>
    public int MostProblems { get; init; } = 1000;

    /// <summary>Threads that decode; 0 for as many as there are processors. What is found does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Ends the check.</summary>
    public CancellationToken Cancellation { get; init; }
}
