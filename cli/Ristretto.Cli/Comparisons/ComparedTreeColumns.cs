using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;
using Ristretto.Cli.Conversions;

namespace Ristretto.Cli.Comparisons;

/// <summary>The columns of a tree, to be compared.</summary>
internal static class ComparedTreeColumns
{
    internal static ComparedTable Of(Tree tree, bool isConverted, DecodeContext context)
    {
        var names = new ColumnNames();
        var plain = tree.Branches.ToDictionary(branch => branch.Name, branch => names.Take(branch.Name), StringComparer.Ordinal);
        var counters = tree.Branches.Where(branch => branch.Counter is not null).Select(branch => branch.Counter!.Name).ToHashSet(StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new List<ComparedColumn>();
        var readers = new List<IDisposable>();
        foreach (var field in tree.Fields)
        {
            var reader = new SharedFieldReader(field, context);
            readers.Add(reader);
            for (var i = 0; i < field.Columns.Count; i++)
            {
                var name = field.Columns[i].Name;
                if (isConverted) name = field.Branch is not null ? plain[field.Name] : names.Take(name);
                else if (!taken.TryAdd(name, 1)) name = $"{name}#{++taken[name]}";      // a branch a.b, and a branch a with a member b
                columns.Add(new Column(reader, i, field, name) { IsCounter = counters.Contains(field.Name) });
            }
        }
        return new ComparedTable(false, tree.Title, tree.Entries, columns, [.. tree.Unread.Select(unread => (unread.Name, unread.Reason))]).With(readers);
    }

    private sealed class Column(SharedFieldReader shared, int index, TreeField field, string name) : ComparedColumn(name, field.Columns[index].Type, field.Columns[index].LeafType, field.Columns[index].ListLevels, field)
    {
        internal override void Read(long first, int entries, ColumnBlock block)
        {
            var reader = shared.At(first, entries);
            block.Start(entries);
            for (var level = 0; level < Levels; level++) Add(reader.Lengths(index, level), block);
            if (LeafType == LeafType.String) Add(reader.TextLengths(index), block);
            var values = LeafType == LeafType.String ? reader.TextBytes(index) : reader.Bytes(index);
            values.CopyTo(block.AddValues(values.Length));
        }

        private static void Add(ReadOnlySpan<long> lengths, ColumnBlock block) => lengths.CopyTo(block.AddLevel(lengths.Length));
    }
}
