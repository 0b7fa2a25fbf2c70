using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>Reads one branch for one worker and widens its values to the declared type.</summary>
internal sealed class ColumnReader
{
    private readonly Branch _branch;
    private readonly BranchReader _reader;
    private readonly Widening.Kernel? _widen;
    private readonly int _storedSize;

    internal ColumnReader(BranchReader reader, ElementType type)
    {
        (_reader, _branch, _storedSize) = (reader, reader.Branch, reader.Branch.ElementSize);
        _widen = Widening.Find(_branch, type);
    }

    /// <summary>Reads <paramref name="values"/> values of consecutive events into <paramref name="destination"/>.</summary>
    internal void Read(long first, int events, int values, Span<byte> destination, Workspace workspace)
    {
        if (_widen is null)
        {
            _reader.ReadValues(first, events, destination);
            return;
        }
        var stored = ColumnBuffer<byte>.Allocate(workspace, values * _storedSize).Span;
        _reader.ReadValues(first, events, stored);
        _widen(stored, destination);
    }

    /// <summary>Makes sure that the branch has as many objects per event as the collection it belongs to. Files that ROOT wrote share the
    /// counter, so that there is nothing to compare; other writers give each branch a counter of its own.</summary>
    internal void RequireLists(long first, in Lists lists, string counter, Workspace workspace)
    {
        if (_branch.Counter is null)
            throw new SchemaException(_branch.Tree.File.Path, $"{_branch.Name} has one value per event; the schema declares one per object of {counter}");
        if (_branch.Counter.Name == counter) return;
        var counts = ColumnBuffer<int>.Allocate(workspace, lists.Length).Span;
        _reader.ReadCounts(first, lists.Length, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            var expected = lists.Offsets[i + 1] - lists.Offsets[i];
            if (counts[i] != expected)
                throw new SchemaException(_branch.Tree.File.Path, $"{_branch.Name} has {counts[i]} values in entry {first + i}, where {counter} is {expected}");
        }
    }
}
