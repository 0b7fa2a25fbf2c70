using Ristretto.Events.Engine;

namespace Ristretto.Events.Graphs;

public sealed partial class EventGraph<TBatch> : IPartialAnalysis
{
    private RangeNode<TBatch>[][]? _ranges;

    /// <inheritdoc/>
    bool IPartialAnalysis.HasRanges => Ranges.Any();

    /// <inheritdoc/>
    bool IPartialAnalysis.NeedsOrder => Ranges.Any(range => !range.IsOfAllEvents);

    /// <inheritdoc/>
    (long Begin, long End) IPartialAnalysis.Wanted =>
        (RangesOfResults.Min(ranges => ranges.Select(range => range.Wanted.Begin).DefaultIfEmpty(0).Max()), RangesOfResults.Max(ranges => ranges.Select(range => range.Wanted.End).DefaultIfEmpty(long.MaxValue).Min()));

    /// <inheritdoc/>
    bool IPartialAnalysis.IsSatisfied => Array.TrueForAll(RangesOfResults, ranges => Array.Exists(ranges, range => range.IsExhausted));

    private IEnumerable<RangeNode<TBatch>> Ranges => _nodes.OfType<RangeNode<TBatch>>().Where(range => range.IsNeeded);

    /// <summary>For each node with results the ranges on the way to it. Only asked for when there is a range with a result behind it.</summary>
    private RangeNode<TBatch>[][] RangesOfResults => _ranges ??= [.. _nodes.Where(node => node.HasResults).Select(node => node.Way.OfType<RangeNode<TBatch>>().ToArray())];
}
