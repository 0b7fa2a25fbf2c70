using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources;

/// <summary>Says what may have been meant when a file does not exist.</summary>
public static class MissingFile
{
    /// <summary><c>no such file; did you mean fileset.json?</c>; without the hint when nothing in the folder has a similar name,
    /// and with the missing folder when that is the cause.</summary>
    public static string Describe(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(folder)) folder = ".";
        if (!Directory.Exists(folder)) return $"no such file; the folder {folder} does not exist";
        try
        {
            var nearest = NearestNames.Of(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)), 1);
            return nearest.Count == 0 ? "no such file" : $"no such file; did you mean {nearest[0]}?";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "no such file";
        }
    }
}
