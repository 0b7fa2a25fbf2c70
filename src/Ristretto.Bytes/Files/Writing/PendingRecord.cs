using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>A record on its way into the file: compressed by any thread, written in the order in which records were handed in.</summary>
internal abstract class PendingRecord
{
    /// <summary>Bytes that it holds until it is written, for the limit on memory.</summary>
    public abstract int HeldBytes { get; }

    /// <summary>Whether <see cref="Encode"/> has come to its end; set by the queue.</summary>
    public bool IsEncoded { get; set; }

    /// <summary>Makes the stored form, on any thread.</summary>
    public abstract void Encode(EncodeContext context);

    /// <summary>Writes it; one record at a time, in order.</summary>
    public abstract void Write();

    /// <summary>Gives its memory back, written or not.</summary>
    public abstract void Release();
}
