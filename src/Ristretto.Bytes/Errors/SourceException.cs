namespace Ristretto.Bytes.Errors;

/// <summary>Bytes could not be fetched: a missing file, a directory, a read error, a lost connection.</summary>
public sealed class SourceException : RistrettoException
{
    /// <summary>An error of the source <paramref name="path"/>; the message reads <c>path: reason</c>.</summary>
    public SourceException(string path, string reason, bool isRetryable = false, Exception? innerException = null)
        : base($"{path}: {reason}", innerException) => (Path, IsRetryable) = (path, isRetryable);

    /// <summary>Path or URL of the source.</summary>
    public string Path { get; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsRetryable { get; }
}
