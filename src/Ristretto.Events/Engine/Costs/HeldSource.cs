using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Hands out columns that lie in memory, as they are.</summary>
internal sealed class HeldSource : BatchSource
{
    private HeldTile? _tile;

    public override Workspace Workspace { get; } = new();

    public override int Length => Tile.Length;

    public override string Path => Tile.File.Path;

    internal override SampleInfo Sample => Tile.File.Sample;

    private HeldTile Tile => _tile ?? throw new InvalidOperationException("there are no events yet");

    public override bool Has(string branch) => Tile.File.Names.Contains(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => Tile.File.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Goes on to other events.</summary>
    internal void MoveTo(HeldTile tile)
    {
        _tile = tile;
        Workspace.Reset();
    }

    internal override Lists ReadLists(string counter) => new(Found(Tile.Lists, counter).In(Workspace));

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists) => new(Found(Tile.InnerLists, column.Branch).In(Workspace));

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists) => Found(Tile.Values, column.Branch).In(Workspace);

    private static ColumnBuffer<T> Found<T>(Dictionary<string, ColumnBuffer<T>> columns, string name) where T : unmanaged =>
        columns.TryGetValue(name, out var column) ? column : throw new InvalidOperationException($"{name} is not held: another analysis was run when the events were read");
}
