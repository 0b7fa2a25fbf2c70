using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Sources;

namespace Ristretto.Cli.Conversions;

/// <summary>What is to be converted, and into what.</summary>
/// <param name="ToNTuple">Whether tables become RNTuples; otherwise TTrees.</param>
/// <param name="Compression">Codec and level.</param>
/// <param name="Table">Only this table; null for all.</param>
/// <param name="Columns">Patterns of names, separated by commas; null for all.</param>
/// <param name="FirstEntry">First entry.</param>
/// <param name="EndEntry">The entry behind the last; null for the end.</param>
/// <param name="Threads">Threads that compress; 0 for all processors.</param>
/// <param name="Connections">The connections to servers.</param>
internal sealed record ConvertSettings(bool ToNTuple, Compression Compression, string? Table, string? Columns, long FirstEntry, long? EndEntry, int Threads, Connections Connections);
