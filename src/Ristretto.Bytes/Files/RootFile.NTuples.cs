using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples;

namespace Ristretto.Bytes.Files;

/// <content>RNTuples by name.</content>
public sealed partial class RootFile
{
    /// <summary>Reads the description of an RNTuple, not its data: three requests.</summary>
    /// <param name="path">Name, path <c>folder/name</c>, or with cycle <c>name;2</c>; without a cycle the highest.</param>
    /// <exception cref="SchemaException">There is no such RNTuple; names those that are there.</exception>
    /// <exception cref="RootFormatException">Its anchor, header or footer is damaged or of an unsupported format.</exception>
    public NTuple GetNTuple(string path)
    {
        var key = Find(path) ?? throw new SchemaException(Path, $"has no RNTuple {path}{NTuplesHere(path)}");
        if (key.ClassName == "ROOT::Experimental::RNTuple")
            throw new RootFormatException(Path, path, key.SeekKey, "the RNTuple is of the experimental format of ROOT before 6.34, which is not supported; convert it with that ROOT");
        if (!IsNTuple(key)) throw new SchemaException(Path, $"{path} is a {key.ClassName}, not an RNTuple{NTuplesHere(path)}");
        var semicolon = path.LastIndexOf(';');
        return NTuple.Read(this, semicolon > 0 && key.Name.Length < path.Length && path.EndsWith($";{key.Cycle}", StringComparison.Ordinal) ? path[..semicolon] : path, key);
    }

    /// <summary>Whether a key holds an RNTuple; those of the experimental format do not count.</summary>
    public static bool IsNTuple(KeyRecord key) => key.ClassName is "ROOT::RNTuple";

    private string NTuplesHere(string wanted)
    {
        var names = AllKeys().Where(entry => IsNTuple(entry.Key)).Select(entry => entry.Path).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "; it has no RNTuples at all" : $"; RNTuples in this file: {string.Join(", ", names.Take(8))}{NearestNames.Hint(wanted, names)}";
    }
}
