using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Cli.Conversions;

/// <summary>A column of a branch that is more than a plain leaf: a container, a member of an object, a number of reduced precision.</summary>
internal sealed class FieldSourceColumn(SharedFieldReader shared, int index, FieldColumn column) : SourceColumn
{
    protected override void ReadLengths(int level, long first, int entries, Span<int> lengths)
    {
        var reader = shared.At(first, entries);
        var stored = level == column.ListLevels ? reader.TextLengths(index) : reader.Lengths(index, level);
        for (var i = 0; i < lengths.Length; i++) lengths[i] = (int)stored[i];
    }

    protected override int ValueBytes(long first, int entries) => Bytes(first, entries).Length;

    protected override void ReadValues(long first, int entries, Span<byte> values) => Bytes(first, entries).CopyTo(values);

    // The columns share the reader, which may be disposed more than once.
    protected override void Close() => shared.Dispose();

    private ReadOnlySpan<byte> Bytes(long first, int entries) =>
        column.LeafType == LeafType.String ? shared.At(first, entries).TextBytes(index) : shared.At(first, entries).Bytes(index);
}
