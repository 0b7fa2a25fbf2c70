using Ristretto.Columns.Arrays;

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

    /// <summary>Whether the file has a branch of this name.</summary>
    public abstract bool Has(string branch);

    /// <summary>Names of all branches that start so.</summary>
    public abstract IEnumerable<string> NamesStartingWith(string prefix);

    /// <summary>How many objects each event has, from the counter branch.</summary>
    internal abstract Lists ReadLists(string counter);

    /// <summary>The values of a branch for the events at hand, in the declared type; for a counted branch those of all objects one after the other.</summary>
    internal abstract ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists);
}
