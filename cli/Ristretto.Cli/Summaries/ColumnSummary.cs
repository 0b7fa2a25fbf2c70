namespace Ristretto.Cli.Summaries;

/// <summary>What the values of a column amount to.</summary>
internal sealed record ColumnSummary
{
    /// <summary>Name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>Type of the values: <c>list&lt;float&gt;</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Number of values over all entries, fixed dimensions counted out; for strings the number of strings.</summary>
    public required long Count { get; init; }

    /// <summary>Sum, smallest and largest of the finite values; null for strings.</summary>
    public required NumberSummary? Numbers { get; init; }

    /// <summary>CRC-32 of the values in order, little endian; for strings of each length as a 64-bit integer and then its bytes.</summary>
    public required uint Crc { get; init; }

    /// <summary>One CRC-32 per list level, outside in, of the lists' lengths as 64-bit integers; empty without lists.</summary>
    public required IReadOnlyList<uint> ListCrcs { get; init; }
}
