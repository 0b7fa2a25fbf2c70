using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine;

/// <summary>Counts the events of an input file by file, for each analysis by itself, and says which of them it wants.</summary>
internal sealed class InputPositions
{
    private readonly Dictionary<object, (long Entries, long Events)> _before = new(ReferenceEqualityComparer.Instance);

    internal InputPositions(IEnumerable<object> analyses, RunOptions options)
    {
        // Where events are chosen or a file may be lost, only those that come can be counted.
        var isCounted = options.Events is not null || options.SkipBadFiles;
        IsInOrder = analyses.Select(PartialAnalyses.Find).OfType<IPartialAnalysis>().Any(partial => partial.NeedsOrder || isCounted);
    }

    /// <summary>Whether events have to come one after the other.</summary>
    internal bool IsInOrder { get; }

    /// <summary>What the analysis may know of its next file.</summary>
    internal SampleInfo Next(object analysis, string dataset, InputFile file, long entries, DatasetMetadata? metadata)
    {
        var before = _before.GetValueOrDefault(analysis);
        return new SampleInfo
        {
            Dataset = dataset,
            Path = file.Path,
            Tree = file.Tree,
            Entries = entries,
            Metadata = metadata,
            FirstPosition = before.Entries,
            EventsBefore = IsInOrder ? null : before.Events,
        };
    }

    /// <summary>Takes the file, of which so many events are processed, in these runs; those that are left when events that nobody wants are left out.</summary>
    internal IReadOnlyList<(long First, long End)> Take(object analysis, SampleInfo sample, IReadOnlyList<(long First, long End)> lanes, long events)
    {
        var before = _before.GetValueOrDefault(analysis);
        _before[analysis] = (before.Entries + sample.Entries, before.Events + events);
        if (IsInOrder || PartialAnalyses.Find(analysis) is not { } partial) return lanes;
        var (begin, end) = partial.Wanted;
        return LanePlanner.Cut(lanes, begin - before.Events, end - before.Events);
    }
}
