using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>How a file is written.</summary>
public sealed record RootWriteOptions
{
    /// <summary>Codec and level of everything in the file that asks for no other; without it objects are written with zlib 1,
    /// which each reader of ROOT files has built in, trees and ntuples with zstd 5.</summary>
    public Compression? Compression { get; init; }

    /// <summary>How many threads compress, the calling one included; 0 for all processors. The bytes of the file do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>The identity of the file; without it, it follows from the content, so that the same content gives the same file.</summary>
    public Guid? Uuid { get; init; }

    /// <summary>The time that the file notes for itself and its objects, as a clock on the wall shows it; without it 1 January 1995,
    /// the first moment that the format can say. Years 1995 to 2058.</summary>
    public DateTime? Date { get; init; }

    /// <summary>What happens when a name is written that its directory has already.</summary>
    public NameTaken NameTaken { get; init; }

    /// <summary>Whether the file takes its name only when the disk has all of it, so that it survives a power failure; without, the system writes it when it
    /// likes, as after <c>cp</c>. A file that is changed in place is always forced onto the disk.</summary>
    public bool IsDurable { get; init; } = true;

    internal int ThreadCount => Threads > 0 ? Threads : Environment.ProcessorCount;

    internal Compression ForObjects => Compression ?? Codecs.Writing.Compression.Zlib();

    internal Compression ForData => Compression ?? Codecs.Writing.Compression.Zstd();

    internal uint StoredDate => Date is { } date ? WrittenKey.ToStored(date) : WrittenKey.FirstDate;
}
