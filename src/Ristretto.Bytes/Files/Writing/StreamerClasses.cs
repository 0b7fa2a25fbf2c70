namespace Ristretto.Bytes.Files.Writing;

/// <summary>The classes that we write, as ROOT 6 describes them in its files.</summary>
internal static partial class StreamerClasses
{
    private static readonly Dictionary<string, StreamerClass> s_all =
        Common().Concat(Histograms()).Concat(Graphs()).Concat(Trees()).ToDictionary(known => known.Name);

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<StreamerClass> All => s_all.Values;

    /// <summary>The description of a class.</summary>
    public static StreamerClass Get(string name) => s_all[name];

    /// <summary>The class, or the one of its bases, that declares a member.</summary>
    public static StreamerClass WhereDeclared(StreamerClass described, string member)
    {
        if (described.Members.Any(other => other.Name == member)) return described;
        return described.Members.Where(other => other.IsBase).Select(other => WhereDeclared(s_all[other.Name], member)).FirstOrDefault(declaring => declaring.Members.Any(other => other.Name == member))
            ?? described;
    }

    /// <summary>The descriptions of these classes and of all that they use, bases before what derives from them.</summary>
    public static IReadOnlyList<StreamerClass> Closure(IEnumerable<string> names)
    {
        var result = new List<StreamerClass>();
        var seen = new HashSet<string>();
        foreach (var name in names) Add(name);
        return result;

        void Add(string name)
        {
            if (!seen.Add(name)) return;
            var known = s_all[name];
            foreach (var used in known.Uses.Where(s_all.ContainsKey)) Add(used);
            result.Add(known);
            if (name == "THashList") Add("TObjString");
            if (name == "TRefTable") Add("TObjArray");
        }
    }
}
