using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Cli.Generation;

/// <summary>What is to be made.</summary>
/// <param name="Events">Number of events.</param>
/// <param name="ToNTuple">Whether they go into an RNTuple, or a TTree.</param>
/// <param name="Compression">Codec and level.</param>
/// <param name="Seed">Other seeds make other events.</param>
/// <param name="Overwrite">Whether an existing file is replaced.</param>
/// <param name="Threads">Threads that compress; 0 for all processors.</param>
internal sealed record MakeInputSettings(long Events, bool ToNTuple, Compression Compression, ulong Seed, bool Overwrite, int Threads);
