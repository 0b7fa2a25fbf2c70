namespace Ristretto.Events.Engine.Tables;

/// <summary>Reads columns of the events of a file for one worker.</summary>
internal abstract class EventTableReader : IDisposable
{
    /// <summary>The reader of a column, always the same one.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">There is no such column, or it cannot be read.</exception>
    internal abstract EventColumnReader this[string column] { get; }

    /// <summary>Fetches the bytes of a run of events, of all columns that were asked for so far, in few requests.</summary>
    internal abstract void Fetch(long first, long end);

    /// <summary>Starts to fetch what the next <see cref="Fetch"/> with the same run of events will ask for, and returns at once.</summary>
    internal abstract void FetchAhead(long first, long end);

    /// <summary>Returns the buffers.</summary>
    public abstract void Dispose();
}

/// <summary>Reads one column of the events of a file.</summary>
/// <param name="column">The column.</param>
internal abstract class EventColumnReader(EventColumn column)
{
    /// <summary>The column.</summary>
    internal EventColumn Column => column;

    /// <summary>Reads the values of consecutive events, which have exactly so many bytes.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.RootFormatException">They have another number of bytes, or are damaged.</exception>
    internal abstract void ReadValues(long first, int events, Span<byte> destination);

    /// <summary>Reads the lengths of the lists of consecutive events.</summary>
    internal abstract void ReadCounts(long first, Span<int> counts);

    /// <summary>Reads the lengths of the lists in the lists of consecutive events, one after the other; there are exactly so many.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.RootFormatException">There is another number of them.</exception>
    internal abstract void ReadInnerCounts(long first, int events, Span<int> counts);

    /// <summary>Whether the file says that the lists have the lengths in that column, so that there is nothing to compare.</summary>
    internal abstract bool IsCountedBy(EventColumnReader counter);
}
