using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Systematics;

/// <summary>Columns of events with other values than the file's: what a source of uncertainty changes. Shifts of several collections are added.</summary>
public readonly struct ColumnShift
{
    private readonly (ColumnDefinition Column, ColumnBuffer<byte> Values)[]? _columns;

    internal ColumnShift((ColumnDefinition, ColumnBuffer<byte>)[] columns) => _columns = columns;

    /// <summary>Names of the branches that are replaced.</summary>
    public IEnumerable<string> Branches => Columns.Select(shifted => shifted.Column.Branch);

    internal (ColumnDefinition Column, ColumnBuffer<byte> Values)[] Columns => _columns ?? [];

    /// <summary>Both shifts.</summary>
    /// <exception cref="ArgumentException">Both replace the same column.</exception>
    public static ColumnShift operator +(ColumnShift left, ColumnShift right)
    {
        if (left.Branches.Intersect(right.Branches).FirstOrDefault() is { } twice) throw new ArgumentException($"two shifts replace {twice}");
        return new ColumnShift([.. left.Columns, .. right.Columns]);
    }

    /// <summary>Both shifts.</summary>
    public static ColumnShift Add(ColumnShift left, ColumnShift right) => left + right;

    /// <summary>The values that replace a branch; null when it is as the file has it.</summary>
    internal ColumnBuffer<byte>? Find(string branch)
    {
        foreach (var (column, values) in Columns)
            if (column.Branch == branch) return values;
        return null;
    }
}
