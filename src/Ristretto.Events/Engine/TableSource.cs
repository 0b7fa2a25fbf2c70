using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>A source of columns that stands on the events of a file: which columns there are.</summary>
internal abstract class TableSource(EventTable table, SampleInfo sample) : BatchSource
{
    public override string Path => Table.File;

    protected EventTable Table { get; } = table;

    internal override SampleInfo Sample => sample;

    public override bool Has(string branch) => Table.Has(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => Table.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
}
