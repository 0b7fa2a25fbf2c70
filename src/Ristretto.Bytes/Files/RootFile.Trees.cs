using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Files;

/// <content>Trees by name.</content>
public sealed partial class RootFile
{
    /// <summary>Reads the description of a tree, not its data: one request.</summary>
    /// <param name="path">Name, path <c>folder/name</c>, or with cycle <c>name;2</c>; without a cycle the highest.</param>
    /// <exception cref="SchemaException">There is no such tree; names those that are there.</exception>
    /// <exception cref="RootFormatException">The tree's record is damaged.</exception>
    public Tree GetTree(string path)
    {
        var key = Find(path) ?? throw new SchemaException(Path, $"has no tree {path}{TreesHere(path)}");
        if (!IsTree(key)) throw new SchemaException(Path, $"{path} is a {key.ClassName}, not a tree{TreesHere(path)}");
        return Tree.Read(this, WithoutCycle(path, key), key);
    }

    /// <summary>Whether a key holds a tree.</summary>
    public static bool IsTree(KeyRecord key) => key.ClassName is "TTree" or "TNtuple" or "TNtupleD";

    private string TreesHere(string wanted)
    {
        var trees = AllKeys().Where(entry => IsTree(entry.Key)).Select(entry => entry.Path).Distinct(StringComparer.Ordinal).ToList();
        if (trees.Count == 0) return "; it has no trees at all";
        const int most = 8;
        var list = string.Join(", ", trees.Take(most)) + (trees.Count > most ? $" and {trees.Count - most} more" : "");
        return $"; trees in this file: {list}{NearestNames.Hint(wanted, trees)}";
    }
}
