using System.Diagnostics.CodeAnalysis;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Memory;

/// <summary>Where the bytes of a record came from, so that an error can say it.</summary>
/// <param name="path">Path or URL of the file.</param>
/// <param name="where">The object inside the file, for example <c>Events</c>; null when there is none.</param>
/// <param name="offset">Offset in the file of the first byte, or of the record's key when the bytes were compressed.</param>
/// <param name="isDecompressed">Whether positions count decompressed bytes and so cannot be added to <paramref name="offset"/>.</param>
public class RecordOrigin(string path, string? where, long offset, bool isDecompressed = false)
{
    /// <summary>Path or URL of the file.</summary>
    public string Path { get; } = path;

    /// <summary>The object inside the file; null when there is none.</summary>
    public virtual string? Where => where;

    /// <summary>Offset in the file of the first byte, or of the record's key when the bytes were compressed.</summary>
    public long Offset { get; protected set; } = offset;

    /// <summary>Whether positions count decompressed bytes.</summary>
    public bool IsDecompressed { get; protected set; } = isDecompressed;

    /// <summary>The error for what was found at <paramref name="position"/> of the bytes.</summary>
    public virtual RootFormatException Error(int position, string reason) => IsDecompressed
        ? new RootFormatException(Path, Where, Offset, $"{reason} (at byte {position} of the decompressed record)")
        : new RootFormatException(Path, Where, Offset + position, reason);

    /// <summary>Throws <see cref="Error"/>.</summary>
    [DoesNotReturn]
    internal void Throw(int position, string reason) => throw Error(position, reason);
}
