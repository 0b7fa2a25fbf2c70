namespace Ristretto.Events.Graphs;

public abstract partial class GraphNode<TBatch>
{
    /// <summary>Keeps the first events that arrive here.</summary>
    /// <param name="end">Number of events.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is negative.</exception>
    /// <remarks>As <see cref="Range(long, long, long)"/> from the first event on.</remarks>
    public GraphNode<TBatch> Range(long end) => Range(0, end);

    /// <summary>Keeps events by their number, counted from 0 over those that arrive here, in the order of the events: files in the natural order of their paths, entries as they lie.
    /// Under a variation those are counted that arrive under it.</summary>
    /// <param name="begin">The first event that is kept.</param>
    /// <param name="end">The first event that is not kept any more; <see cref="long.MaxValue"/> for all.</param>
    /// <param name="stride">Keeps one of so many: 1 for all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="begin"/> is negative, <paramref name="end"/> lies before it, or <paramref name="stride"/> is below 1.</exception>
    /// <remarks>The same events for any number of threads. Where all ranges stand before the first filter, only the events are read that some of them keeps. Behind a filter, in a run with
    /// chosen events and in one that may leave out bad files, the whole run takes one thread, and ends when no range keeps further events. <see cref="Engine.RunReport.OmittedEvents"/> says
    /// how many events were not read for that reason.</remarks>
    public GraphNode<TBatch> Range(long begin, long end, long stride = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(begin);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, begin);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        return Graph.Add(id => new RangeNode<TBatch>(this, begin, end, stride) { Id = id }, isNeeded: false);
    }
}
