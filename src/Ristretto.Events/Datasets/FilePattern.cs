using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Events.Datasets;

/// <summary>From a path as written in a fileset to the paths of files.</summary>
internal static class FilePattern
{
    /// <summary>The files that a path stands for, see <see cref="Connections.Expand"/>; a relative one starts in the folder of the fileset.</summary>
    /// <exception cref="SourceException">No file matches the pattern.</exception>
    internal static IReadOnlyList<string> Expand(string fileset, string written, Connections? connections)
    {
        if (connections is not null) return connections.Expand(Join(fileset, written));
        using var own = new Connections();
        return own.Expand(Join(fileset, written));
    }

    private static string Join(string fileset, string written)
    {
        if (written.StartsWith('@')) return "@" + Join(fileset, written[1..]);
        if (written.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(written)) return written;
        return Path.Combine(Path.GetDirectoryName(fileset) ?? "", written);
    }
}
