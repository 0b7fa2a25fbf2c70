using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine;

namespace Ristretto.Tests.Events.NanoAod;

/// <summary>Events that a test writes down, in place of a file.</summary>
internal sealed class MemorySource(int length) : BatchSource
{
    private readonly Dictionary<string, Array> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counters = new(StringComparer.Ordinal);

    /// <summary>The branches that were read, in order, as often as they were.</summary>
    internal List<string> Reads { get; } = [];

    public override Workspace Workspace { get; } = new();

    public override int Length => length;

    public override string Path => "memory.root";

    internal override SampleInfo Sample { get; } = new() { Dataset = "memory", Path = "memory.root", Tree = "Events", Entries = length, FirstPosition = 0 };

    internal MemorySource With<T>(string branch, params T[] values) where T : unmanaged
    {
        _branches[branch] = values;
        return this;
    }

    internal MemorySource WithCounter(string branch, params int[] counts)
    {
        _counters[branch] = counts;
        return this;
    }

    public override bool Has(string branch) => _branches.ContainsKey(branch) || _counters.ContainsKey(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => _branches.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    internal override Lists ReadLists(string counter) => Lists.FromCounts(_counters[counter], Workspace);

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists) => Lists.FromCounts(_counters[$"{column.Branch}[]"], Workspace);

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        Reads.Add(column.Branch);
        return (column.Type, _branches[column.Branch]) switch
        {
            (ElementType.Bool, bool[] values) => Copy(Array.ConvertAll(values, value => value ? (byte)1 : (byte)0)),
            (ElementType.UInt8, byte[] values) => Copy(values),
            (ElementType.Int32, int[] values) => Copy(values),
            (ElementType.UInt32, uint[] values) => Copy(values),
            (ElementType.UInt64, ulong[] values) => Copy(values),
            (ElementType.Single, float[] values) => Copy(values),
            var (type, values) => throw new InvalidOperationException($"{column.Branch} is declared as {type}, the test holds {values.GetType().Name}"),
        };
    }

    private ColumnBuffer<byte> Copy<T>(T[] values) where T : unmanaged =>
        Unsafe.BitCast<ColumnBuffer<T>, ColumnBuffer<byte>>(ColumnBuffer<T>.CopyOf(values, Workspace));
}
