using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Batches.Views;

/// <summary>The events of a batch with some columns replaced; all others are the batch's own.</summary>
internal sealed class ShiftedEvents(EventBatch parent) : BatchSource
{
    public override Workspace Workspace => parent.Source.Workspace;

    public override int Length => parent.Length;

    public override string Path => parent.Path;

    internal override SampleInfo Sample => parent.Source.Sample;

    /// <summary>The columns that are replaced.</summary>
    internal ColumnShift Shift { get; set; }

    public override bool Has(string branch) => parent.Has(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => parent.Source.NamesStartingWith(prefix);

    internal override Lists ReadLists(string counter) => parent.Source.ReadLists(counter);

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists) => parent.StoredInner(column);

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists) => Shift.Find(column.Branch) ?? parent.Stored(column);
}
