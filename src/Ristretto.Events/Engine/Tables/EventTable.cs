using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Engine.Tables;

/// <summary>The events of a file as columns, whatever stores them: a TTree or an RNTuple.</summary>
internal abstract class EventTable
{
    /// <summary>Path of the file, for messages.</summary>
    internal abstract string File { get; }

    /// <summary>Name of the table in the file.</summary>
    internal abstract string Path { get; }

    /// <summary>What a column is called in messages: branch or field.</summary>
    internal abstract string Noun { get; }

    /// <summary>Whether the bytes come over a network.</summary>
    internal abstract bool IsRemote { get; }

    /// <summary>Number of events.</summary>
    internal abstract long Entries { get; }

    /// <summary>Names of all columns.</summary>
    internal abstract IEnumerable<string> Names { get; }

    /// <summary>Opens the table of that name.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">There is none; names those that are there.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.RootFormatException">What the file says about it is damaged.</exception>
    internal static EventTable Open(RootFile file, string name) =>
        file.Find(name) is { } key && RootFile.IsNTuple(key) ? new NTupleTable(file.GetNTuple(name)) : new TreeTable(file.GetTree(name));

    /// <summary>Whether there is a column of that name.</summary>
    internal abstract bool Has(string name);

    /// <summary>The column of that name.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">There is none, or it cannot be read; names the nearest.</exception>
    internal abstract EventColumn Get(string name);

    /// <summary>Entries at which all of the columns start anew, from 0 to the number of events.</summary>
    internal abstract IReadOnlyList<long> ClusterBoundaries(IReadOnlyList<EventColumn> used);

    /// <summary>A reader for one worker, which decodes with the worker's context.</summary>
    /// <param name="context">The worker's decoders.</param>
    /// <param name="readAhead">Most compressed bytes that are fetched at a time.</param>
    internal abstract EventTableReader OpenReader(DecodeContext context, int readAhead = BasketPrefetch.DefaultLimit);
}
