using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Datasets;

/// <summary>From a path as written in a fileset to the paths of files.</summary>
internal static class FilePattern
{
    /// <summary>The path joined to the folder of the fileset; with <c>*</c> or <c>?</c> in its last part, the files that match, in ordinal
    /// order. URLs stay as they are.</summary>
    /// <exception cref="SourceException">No file matches the pattern.</exception>
    internal static IReadOnlyList<string> Expand(string fileset, string written)
    {
        if (written.Contains("://", StringComparison.Ordinal)) return [written];
        var joined = Path.IsPathRooted(written) ? written : Path.Combine(Path.GetDirectoryName(fileset) ?? "", written);
        var last = Path.GetFileName(joined);
        if (last.IndexOfAny(['*', '?']) < 0 || File.Exists(joined)) return [joined];
        var folder = Path.GetDirectoryName(joined) is { Length: > 0 } parent ? parent : ".";
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, last) : [];
        if (found.Length == 0) throw new SourceException(joined, "no file matches this pattern");
        Array.Sort(found, StringComparer.Ordinal);
        return found;
    }
}
