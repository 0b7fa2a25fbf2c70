using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Tables;

/// <summary>Gives expressions the columns of an RNTuple; lists of lists and fixed arrays become one list per entry.</summary>
internal sealed class NTupleResolver : TableResolver
{
    private readonly NTuple _ntuple;
    private readonly NTupleReader _reader;

    internal NTupleResolver(NTuple ntuple) => (_ntuple, _reader) = (ntuple, new NTupleReader(ntuple, Context));

    public override IEnumerable<string> Names => _ntuple.Columns.Select(column => column.Name);

    internal override long Entries => _ntuple.Entries;

    internal override void Require(string column) => _ntuple.GetColumn(column);

    internal override (long Decompressed, long Held) Footprint(string column)
    {
        var found = _ntuple.GetColumn(column);
        return (found.UncompressedBytes, 2 * (found.CompressedBytes + found.UncompressedBytes) / Math.Max(1, _ntuple.ClusterBoundaries.Count - 1));
    }

    public override void Dispose()
    {
        _reader.Dispose();
        base.Dispose();
    }

    // Columns with the same lists share them; the first one gives its name to the lists.
    protected override bool TryFind(string name, out LeafType type, out string? lists)
    {
        (type, lists) = (default, null);
        if (!_ntuple.TryGetColumn(name, out var column)) return false;
        type = column.LeafType;
        if (column.Levels.Count > 0)
        {
            var first = _ntuple.Columns.First(other => other == column || (other.FixedLength == column.FixedLength && !other.IsCardinality && other.HasSameLists(column)));
            lists = $"{first.Name}[{column.FixedLength}]";
        }
        return true;
    }

    protected override int ValueBytes(string name) => _reader[name].ValueBytes(First, Length);

    protected override void ReadValues(string name, Span<byte> destination) => _reader[name].ReadValues(First, Length, destination);

    protected override void ReadCounts(string name, Span<int> counts)
    {
        // From the innermost level outwards: the number of values in each element of the level.
        var (reader, levels) = (_reader[name], _ntuple.GetColumn(name).Levels);
        var inside = new int[reader.Count(reader.Column.ListDepth, First, Length)];
        Array.Fill(inside, 1);
        var list = reader.Column.ListDepth;
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var lengths = new int[levels[i].IsList ? reader.Count(--list, First, Length) : inside.Length / levels[i].FixedLength];
            if (levels[i].IsList) reader.ReadLengths(list, First, Length, lengths);
            else Array.Fill(lengths, levels[i].FixedLength);
            inside = Sums(inside, lengths);
        }
        inside.CopyTo(counts);
    }

    protected override Exception HoldsText(string name) => new SchemaException(_ntuple.File.Path, $"{_ntuple.Path}/{name} holds text, which cannot be computed with");

    private static int[] Sums(int[] values, int[] lengths)
    {
        var at = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            var sum = 0;
            for (var end = at + lengths[i]; at < end; at++) sum += values[at];
            lengths[i] = sum;
        }
        return lengths;
    }
}
