using System.IO.Compression;
using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Json;

/// <summary>Reads small text files whole: configuration, masks, payloads. A file that starts with the gzip magic is decompressed,
/// whatever its name; a UTF-8 byte order mark is left out.</summary>
internal static class InputFile
{
    /// <summary>The bytes of the text.</summary>
    /// <exception cref="SourceException">There is no such file (names the nearest one in the folder), it is a directory, or it cannot be read.</exception>
    /// <exception cref="ConfigurationException">The gzip stream is damaged.</exception>
    internal static byte[] ReadAll(string path)
    {
        if (Directory.Exists(path)) throw new SourceException(path, "is a directory, a file is expected");
        if (!File.Exists(path)) throw Missing(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, e is UnauthorizedAccessException ? "no permission to read it" : "cannot be read", isRetryable: e is IOException, e);
        }
        if (bytes is [0x1f, 0x8b, ..]) bytes = Decompress(path, bytes);
        return bytes is [0xef, 0xbb, 0xbf, ..] ? bytes[3..] : bytes;
    }

    /// <summary>The error for a file that is not there; one name of the folder is proposed.</summary>
    internal static SourceException Missing(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder)) return new SourceException(path, $"no such file (there is no folder {folder})");
        var near = NearestNames.Of(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)), most: 1);
        return new SourceException(path, near.Count == 0 ? "no such file" : $"no such file; did you mean {near[0]}?");
    }

    private static byte[] Decompress(string path, byte[] bytes)
    {
        try
        {
            using var text = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(text);
            return text.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new ConfigurationException(path, null, "starts like a gzip file, but does not decompress: damaged or cut short", e);
        }
    }
}
