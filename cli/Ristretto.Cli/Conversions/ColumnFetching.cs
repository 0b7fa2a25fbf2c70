namespace Ristretto.Cli.Conversions;

/// <summary>Brings the bytes of columns from a server before their values are read.</summary>
internal abstract class ColumnFetching : IDisposable
{
    /// <summary>Bytes that are held, at most; and as many more ahead.</summary>
    protected const int ReadAhead = 32 << 20;

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Fetches columns for a range of entries in few requests, and begins with the next as many entries.</summary>
    internal abstract void Fetch(IReadOnlyList<SourceColumn> columns, long first, int entries);
}
