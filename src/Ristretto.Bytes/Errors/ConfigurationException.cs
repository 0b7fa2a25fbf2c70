namespace Ristretto.Bytes.Errors;

/// <summary>A configuration file or an option is wrong: file, line, key, nearest names.</summary>
public sealed class ConfigurationException : RistrettoException
{
    /// <summary>The message reads <c>path:line: reason</c>, without the line where there is none.</summary>
    public ConfigurationException(string path, int? line, string reason, Exception? innerException = null)
        : base(line is null ? $"{path}: {reason}" : $"{path}:{line}: {reason}", innerException) => (Path, Line) = (path, line);

    /// <summary>The file or the option.</summary>
    public string Path { get; }

    /// <summary>Line in the file, counted from 1, when known.</summary>
    public int? Line { get; }
}
