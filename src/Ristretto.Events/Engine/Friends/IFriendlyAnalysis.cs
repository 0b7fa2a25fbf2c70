namespace Ristretto.Events.Engine.Friends;

/// <summary>An analysis that reads further files beside those of the run.</summary>
internal interface IFriendlyAnalysis
{
    /// <summary>What became of them.</summary>
    IEnumerable<FriendReport> Friends { get; }

    /// <summary>Makes sure that they fit to the input, before the first event.</summary>
    /// <param name="files">The files of the input in order.</param>
    /// <param name="isComplete">Whether no file is missing among them.</param>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">They do not fit, or cannot be read.</exception>
    void Check(IReadOnlyList<SampleInfo> files, bool isComplete);

    /// <summary>Reads what is needed of them beforehand.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">They cannot be read, or have a key twice.</exception>
    void Prepare();

    /// <summary>Closes them.</summary>
    void Close();
}

/// <summary>Finds the analyses of a run that read further files.</summary>
internal static class FriendlyAnalyses
{
    /// <summary>Those, each once.</summary>
    internal static IReadOnlyList<IFriendlyAnalysis> Find(IEnumerable<object> analyses) => [.. analyses.Select(Find).OfType<IFriendlyAnalysis>().Distinct()];

    /// <summary>The analysis, or the object whose method it calls, if it reads further files.</summary>
    internal static IFriendlyAnalysis? Find(object analysis) => analysis as IFriendlyAnalysis ?? (analysis as IWrittenElsewhere)?.Target as IFriendlyAnalysis;
}
