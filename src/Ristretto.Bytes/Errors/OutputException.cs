namespace Ristretto.Bytes.Errors;

/// <summary>A result could not be written: no space, no permission, a path in the way. Nothing half-written is left under the final name.</summary>
public sealed class OutputException : RistrettoException
{
    /// <summary>The message reads <c>path: reason</c>.</summary>
    public OutputException(string path, string reason, Exception? innerException = null) : base($"{path}: {reason}", innerException) => Path = path;

    /// <summary>The file that could not be written.</summary>
    public string Path { get; }
}
