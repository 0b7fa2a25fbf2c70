namespace Ristretto.Bytes.Errors;

/// <summary>Data and declared type disagree: a missing tree, a missing branch, another type or shape.</summary>
public sealed class SchemaException : RistrettoException
{
    /// <summary>The message reads <c>path: reason</c>; a missing name lists the nearest names.</summary>
    public SchemaException(string path, string reason) : base($"{path}: {reason}") => Path = path;

    /// <summary>Path or URL of the file.</summary>
    public string Path { get; }
}
