namespace Ristretto.Bytes.Files;

/// <summary>How a ROOT file is opened.</summary>
public sealed record RootFileOptions
{
    /// <summary>Everything as usual.</summary>
    public static RootFileOptions Default { get; } = new();

    /// <summary>Whether a file that was not closed, is truncated, or whose lists of keys are damaged is searched for whole objects record by record. A tree
    /// then has the entries up to its last automatic save. Files that are whole are opened as usual.</summary>
    public bool Recover { get; init; }
}
