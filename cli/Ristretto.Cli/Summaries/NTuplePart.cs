using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Summaries;

/// <summary>A column of an RNTuple.</summary>
internal sealed class NTuplePart(NTupleColumn column, DecodeContext context) : TablePart(column.Name, column.Field.TypeName)
{
    private const int BlockEntries = 8192;
    private const int BlockValues = 1 << 20;

    private byte[] _values = [];
    private int[] _counts = [];
    private long[] _lengths = [];

    internal override IReadOnlyList<string> Columns => [column.Name];

    internal override IReadOnlyList<ColumnSummary> Digest(CancellationToken cancellation)
    {
        using var owner = new NTupleReader(column.NTuple, context);
        var reader = owner[column];
        var digest = new ColumnDigest(column.Name, ColumnType.Of(column), column.LeafType, column.ListDepth);
        // Of large fixed arrays fewer entries at a time.
        var values = column.Levels.Where(level => !level.IsList).Aggregate(1L, (product, level) => product * level.FixedLength);
        var block = Math.Clamp(BlockValues / values, 1, BlockEntries);
        // Blocks end where clusters end, so that no page is decoded twice.
        var boundaries = column.NTuple.ClusterBoundaries;
        for (var i = 1; i < boundaries.Count; i++)
        {
            for (var first = boundaries[i - 1]; first < boundaries[i]; first += block)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(digest, reader, first, (int)Math.Min(block, boundaries[i] - first));
            }
        }
        return [digest.ToSummary()];
    }

    private void Add(ColumnDigest digest, NTupleColumnReader reader, long first, int entries)
    {
        for (var level = 0; level < column.ListDepth; level++)
        {
            var counts = Counts((int)reader.Count(level, first, entries));
            reader.ReadLengths(level, first, entries, counts);
            digest.AddLengths(level, Widened(counts));
        }
        var bytes = Values(reader.ValueBytes(first, entries));
        reader.ReadValues(first, entries, bytes);
        if (column.LeafType != LeafType.String)
        {
            digest.AddValues(bytes);
            return;
        }
        var lengths = Counts((int)reader.Count(column.ListDepth, first, entries));
        reader.ReadLengths(first, entries, lengths);
        digest.AddStrings(Widened(lengths), bytes);
    }

    private Span<int> Counts(int count)
    {
        if (_counts.Length < count) _counts = new int[Math.Max(count, 2 * _counts.Length)];
        return _counts.AsSpan(0, count);
    }

    private Span<byte> Values(int bytes)
    {
        if (_values.Length < bytes) _values = new byte[Math.Max(bytes, 2L * _values.Length <= Array.MaxLength ? 2 * _values.Length : bytes)];
        return _values.AsSpan(0, bytes);
    }

    private ReadOnlySpan<long> Widened(ReadOnlySpan<int> counts)
    {
        if (_lengths.Length < counts.Length) _lengths = new long[Math.Max(counts.Length, 2 * _lengths.Length)];
        for (var i = 0; i < counts.Length; i++) _lengths[i] = counts[i];
        return _lengths.AsSpan(0, counts.Length);
    }
}
