using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Sources;

namespace Ristretto.Cli.Skims;

/// <summary>What of a file is kept.</summary>
/// <param name="Table">The tree or RNTuple whose entries and columns are chosen; null for Events, or the only one.</param>
/// <param name="Where">Condition on the entries; null for all of them.</param>
/// <param name="Keep">Patterns of columns, separated by commas; null for all.</param>
/// <param name="Drop">Patterns of columns that are left out of these.</param>
/// <param name="Skip">Patterns of paths of other objects that are left out; null for none.</param>
/// <param name="ToNTuple">Whether the table becomes an RNTuple, or a TTree; null for what it was.</param>
/// <param name="Compression">Codec and level of the table.</param>
/// <param name="Overwrite">Whether an existing output is replaced.</param>
/// <param name="Threads">Threads that compress; 0 for all processors.</param>
/// <param name="Connections">The connections to servers.</param>
internal sealed record SkimSettings(string? Table, string? Where, string? Keep, string? Drop, string? Skip, bool? ToNTuple, Compression Compression,
    bool Overwrite, int Threads, Connections Connections);
