namespace Ristretto.Bytes.Errors;

/// <summary>The bytes of a ROOT file are not what the format says: truncated, corrupt, or of an unsupported kind.</summary>
public sealed class RootFormatException : RistrettoException
{
    /// <summary>The message reads <c>path: where: at byte offset: reason</c>, without the parts that are not known.</summary>
    /// <param name="path">Path or URL of the file.</param>
    /// <param name="where">The object inside the file, for example <c>Events/Jet_pt, basket 3</c>; null when not known.</param>
    /// <param name="offset">Offset in the file in bytes; null when not known.</param>
    /// <param name="reason">What was found and what was expected.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public RootFormatException(string path, string? where, long? offset, string reason, Exception? innerException = null)
        : base($"{path}: {(where is null ? "" : where + ": ")}{(offset is null ? "" : $"at byte {offset}: ")}{reason}", innerException) =>
        (Path, Where, Offset, Reason) = (path, where, offset, reason);

    /// <summary>Path or URL of the file.</summary>
    public string Path { get; }

    /// <summary>The object inside the file, when known.</summary>
    public string? Where { get; }

    /// <summary>Offset in the file in bytes, when known.</summary>
    public long? Offset { get; }

    /// <summary>What was found and what was expected.</summary>
    public string Reason { get; }
}
