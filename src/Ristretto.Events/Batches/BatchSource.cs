using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;

namespace Ristretto.Events.Batches;

/// <summary>Where a batch gets its columns from: a file, or a dry run that only notes what is asked for.</summary>
public abstract class BatchSource
{
    /// <summary>Memory in which the columns of the batch at hand are made.</summary>
    public abstract Workspace Workspace { get; }

    /// <summary>Number of events of the batch at hand.</summary>
    public abstract int Length { get; }

    /// <summary>Path of the file, for messages.</summary>
    public abstract string Path { get; }

    /// <summary>The data set and the file that the events come from.</summary>
    internal abstract SampleInfo Sample { get; }

    /// <summary>Whether the file has a branch of this name.</summary>
    public abstract bool Has(string branch);

    /// <summary>Names of all branches that start so.</summary>
    public abstract IEnumerable<string> NamesStartingWith(string prefix);

    /// <summary>How many objects each event has, from the counter branch: its values, or the lengths of its lists where it has lists.</summary>
    internal abstract Lists ReadLists(string counter);

    /// <summary>The lists of a column in the lists of the events: one for each object.</summary>
    /// <param name="column">A nested column.</param>
    /// <param name="lists">The lists of the events.</param>
    internal abstract Lists ReadInnerLists(ColumnDefinition column, in Lists lists);

    /// <summary>The values of a branch for the events at hand, in the declared type; for a counted branch those of all objects one after the other, for a nested one those of all inner lists.</summary>
    internal abstract ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists);
}
