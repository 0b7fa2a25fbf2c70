namespace Ristretto.Bytes.Errors;

/// <summary>A result could not be written: no space, no permission, a path in the way. Nothing half-written is left under the final name.</summary>
public sealed class OutputException : RistrettoException
{
    private const int NoSpaceLeft = 28;      // ENOSPC

    /// <summary>The message reads <c>path: reason</c>.</summary>
    public OutputException(string path, string reason, Exception? innerException = null) : base($"{path}: {reason}", innerException) => Path = path;

    /// <summary>The file that could not be written.</summary>
    public string Path { get; }

    /// <summary>The error for what the system said.</summary>
    /// <param name="path">The file that could not be written.</param>
    /// <param name="cause">What was thrown by the system's file functions.</param>
    public static OutputException Of(string path, Exception cause) => new(path, cause switch
    {
        UnauthorizedAccessException => "no permission to write here",
        IOException { HResult: NoSpaceLeft } => "no space left on the disk",
        DirectoryNotFoundException => MissingFolder(path),
        FileNotFoundException => "no file can be made here",
        _ => cause?.Message ?? "cannot be written",
    }, cause);

    // A file where a folder should be, or nothing.
    private static string MissingFolder(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        for (var part = folder; part is not null; part = System.IO.Path.GetDirectoryName(part))
            if (File.Exists(part)) return $"{part} is a file, not a folder";
        return $"the folder {folder} does not exist; make it first";
    }
}
