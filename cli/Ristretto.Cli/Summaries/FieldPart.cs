using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Cli.Summaries;

/// <summary>A branch of a tree, whatever it holds.</summary>
internal sealed class FieldPart(TreeField field, DecodeContext context) : TablePart(field.Name, field.ClassName)
{
    // Blocks grow while entries turn out to be small, up to so many values or entries.
    private const int FirstBlock = 256, MostEntries = 1 << 14;
    private const long MostBytes = 8 << 20;

    internal override IReadOnlyList<string> Columns { get; } = [.. field.Columns.Select(column => column.Name)];

    internal override IReadOnlyList<ColumnSummary> Digest(CancellationToken cancellation)
    {
        using var reader = field.Open(context);
        var digests = field.Columns.Select(column => new ColumnDigest(column.Name, column.Type, column.LeafType, column.ListLevels)).ToArray();
        var block = FirstBlock;
        for (var first = 0L; first < field.Entries;)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = (int)Math.Min(block, field.Entries - first);
            reader.Read(first, entries);
            var bytes = 0L;
            for (var i = 0; i < digests.Length; i++) bytes += Add(digests[i], reader, i);
            first += entries;
            if (bytes < MostBytes / 4) block = Math.Min(4 * block, MostEntries);
            else if (bytes > MostBytes) block = Math.Max(1, block / 4);
        }
        return [.. digests.Select(digest => digest.ToSummary())];
    }

    private long Add(ColumnDigest digest, FieldReader reader, int index)
    {
        var column = field.Columns[index];
        for (var level = 0; level < column.ListLevels; level++) digest.AddLengths(level, reader.Lengths(index, level));
        var bytes = column.LeafType == LeafType.String ? reader.TextBytes(index) : reader.Bytes(index);
        if (column.LeafType == LeafType.String) digest.AddStrings(reader.TextLengths(index), bytes);
        else digest.AddValues(bytes);
        return bytes.Length;
    }
}
