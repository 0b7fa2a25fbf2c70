namespace Ristretto.Bytes.NTuples;

/// <summary>Adds up the pages of a column and of its lists.</summary>
internal static class ColumnSizes
{
    public static (long Stored, long Decompressed, long Largest, int Pages) Of(NTupleColumn column)
    {
        var (stored, decompressed, largest, count) = (0L, 0L, 0L, 0);
        var fields = column.Levels.Where(level => level.IsList).Select(level => level.Field).Append(column.Field).Distinct();
        foreach (var record in fields.SelectMany(field => field.Representations).SelectMany(columns => columns))
        {
            foreach (var cluster in column.NTuple.Clusters.All)
            {
                foreach (var page in cluster.Pages(record.Id))
                {
                    var original = ((long)page.Elements * record.Bits + 7) / 8;
                    stored += page.FetchedBytes;
                    decompressed += original;
                    largest = Math.Max(largest, page.FetchedBytes + original);
                    count++;
                }
            }
        }
        return (stored, decompressed, largest, count);
    }
}
