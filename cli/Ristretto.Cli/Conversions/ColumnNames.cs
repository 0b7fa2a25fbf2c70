using System.Text.RegularExpressions;

namespace Ristretto.Cli.Conversions;

/// <summary>Gives the branches of a tree names that stand for themselves: what follows the last slash of the path, or all of it with underscores where that
/// is taken, or that with a number.</summary>
internal sealed partial class ColumnNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name for a branch of this path, which nobody else gets.</summary>
    internal string Take(string path)
    {
        path = Lengths().Replace(path, "");
        var (name, whole) = (path[(path.LastIndexOf('/') + 1)..], path.Replace('/', '_'));
        for (var i = 1; !_taken.Add(name); i++) name = i == 1 ? whole : $"{whole}_{i}";
        return name;
    }

    // ROOT puts the lengths of arrays into the names of split members: Edges[4].
    [GeneratedRegex(@"(\[\w+\])+$")]
    private static partial Regex Lengths();
}
