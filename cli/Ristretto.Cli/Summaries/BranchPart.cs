using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Summaries;

/// <summary>A branch of plain values.</summary>
internal sealed class BranchPart(Branch branch, DecodeContext context) : TablePart(branch.Name, "TBranch")
{
    private const int BlockEntries = 8192;

    private byte[] _values = [];

    internal override IReadOnlyList<string> Columns => [branch.Name];

    internal override IReadOnlyList<ColumnSummary> Digest(CancellationToken cancellation)
    {
        using var reader = new BranchReader(branch, context);
        var isString = branch.LeafType == LeafType.String;
        var digest = new ColumnDigest(branch.Name, ColumnType.Of(branch), branch.LeafType, branch.Counter is null ? 0 : 1);
        var (counts, lengths) = (new int[BlockEntries], new long[BlockEntries]);
        for (var first = 0L; first < branch.Entries; first += BlockEntries)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = (int)Math.Min(BlockEntries, branch.Entries - first);
            if (branch.IsVariable) reader.ReadCounts(first, entries, counts.AsSpan(0, entries));
            for (var i = 0; i < entries; i++) lengths[i] = counts[i];
            var bytes = Read(reader, first, entries);
            if (isString)
            {
                digest.AddStrings(lengths.AsSpan(0, entries), bytes);
                continue;
            }
            if (branch.Counter is not null) digest.AddLengths(0, lengths.AsSpan(0, entries));
            digest.AddValues(bytes);
        }
        return [digest.ToSummary()];
    }

    private ReadOnlySpan<byte> Read(BranchReader reader, long first, int entries)
    {
        var size = reader.ValueBytes(first, entries);
        if (_values.Length < size) _values = new byte[Math.Max(size, 2 * _values.Length)];
        reader.ReadValues(first, entries, _values.AsSpan(0, size));
        return _values.AsSpan(0, size);
    }
}
