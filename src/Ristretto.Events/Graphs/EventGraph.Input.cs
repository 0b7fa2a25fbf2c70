using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;

namespace Ristretto.Events.Graphs;

public sealed partial class EventGraph<TBatch>
{
    /// <summary>The number of an event in its file, from 0, shape <c>[events]</c>: the same for any number of threads, behind filters too.</summary>
    public Definition<TBatch, Column<long>> Entry => field ??= Numbers(0, static events => events.FirstEntry);

    /// <summary>The number of an event in the whole input, from 0, shape <c>[events]</c>: that in its file and the entries of all files before it, in the natural order of the paths.
    /// It is the same for any number of threads, behind filters too, and whether or not all events are read.</summary>
    public Definition<TBatch, Column<long>> Position => field ??= Numbers(1, static events => events.Source.Sample.FirstPosition + events.FirstEntry);

    /// <summary>Defines something by data set and file: it is made once for each file, when it is asked for, and is the same for all its events, under variations too.</summary>
    /// <param name="make">Makes it of the data set, the file and what is known of them; called by one thread at a time for each file.</param>
    public SampleDefinition<TBatch, T> DefinePerSample<T>(Func<SampleInfo, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return new SampleDefinition<TBatch, T>(make);
    }

    // They may be asked for the first time in a function of the run, by several threads at once: what each makes is the same.
    private Definition<TBatch, Column<long>> Numbers(int id, Func<TBatch, long> first) => new(this, events =>
    {
        var numbers = ColumnBuffer<long>.Allocate(events.Source.Workspace, events.Length);
        var span = numbers.Span;
        var start = first(events);
        for (var i = 0; i < span.Length; i++) span[i] = start + i;
        return new Column<long>(numbers);
    }, static (column, events) => column[events])
    { Id = id };
}
