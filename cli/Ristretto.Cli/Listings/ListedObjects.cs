using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;

namespace Ristretto.Cli.Listings;

/// <summary>What a listing shows of a file: the objects of a directory, or one object.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">Path of a directory or object in the file; null for all of the file.</param>
/// <param name="IsRecursive">Whether directories are gone into.</param>
internal sealed record ListedObjects(RootFile File, string? Path, bool IsRecursive)
{
    /// <summary>The newest cycle of each object.</summary>
    internal IReadOnlyList<ObjectEntry> Newest() =>
        [.. Keys().GroupBy(entry => entry.Path).Select(cycles => cycles.MaxBy(entry => entry.Key.Cycle)).Select(entry => ObjectEntry.Of(File, entry.Path, entry.Key))];

    /// <summary>Every cycle of each object.</summary>
    internal IEnumerable<(string Path, KeyRecord Key)> Keys()
    {
        if (Path is null) return IsRecursive ? File.AllKeys() : File.Directory.Keys.Select(key => (key.Name, key));
        var keys = File.AllKeys().ToList();
        var named = File.Find(Path) ?? throw new SchemaException(File.Path, $"has no object {Path}{NearestNames.Hint(Path, keys.Select(entry => entry.Path))}");
        var path = ObjectEntry.WithoutCycle(Path, named);
        if (!RootDirectory.IsDirectory(named)) return path == Path ? keys.Where(entry => entry.Path == path) : [(path, named)];
        return keys.Where(entry => entry.Path.StartsWith($"{path}/", StringComparison.Ordinal) && (IsRecursive || entry.Path.IndexOf('/', path.Length + 1) < 0));
    }
}
