namespace Ristretto.Events.Generators.Parse;

/// <summary>Makes C# names of branch names. The program compiles this too, to see which names would be the same.</summary>
internal static class Naming
{
    private static readonly HashSet<string> s_object =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly HashSet<string> s_batch =
    [
        "All", "Bind", "Definition", "Element", "ElementList", "Events", "FirstEntry", "Generation", "GetEnumerator", "Has", "Index", "IsCurrent", "Length", "Linked",
        "List", "ListColumn", "Load", "LocalPosition", "MaskColumn", "NestedColumn", "NumberColumn", "Objects", "Of", "Open", "Path", "Selected", "Source",
    ];

    private static readonly HashSet<string> s_collection =
    [
        "Batch", "Bits", "Count", "Create", "Flags", "InEvent", "InList", "IsCurrent", "Length", "Lists", "LocalIndex", "Nested", "Numbers", "Owner",
        "Select",
    ];

    private static readonly HashSet<string> s_group = ["ListColumn", "MaskColumn", "NestedColumn", "NumberColumn"];

    /// <summary>Name of a column that belongs to no collection and no group.</summary>
    public static string OfScalar(string branch, string batch, string view) => Free(PascalCase.Of(branch), s_batch, batch, view);

    /// <summary>Name of a column of a group.</summary>
    public static string OfGroupColumn(string member, string view, string group) => Free(PascalCase.Of(member), s_group, view, group);

    /// <summary>Name of a column of a collection.</summary>
    public static string OfObjectColumn(string member, string view, string objects) => Free(PascalCase.Of(member), s_collection, view, objects);

    /// <summary>Whether the batch has a member of its own of this name.</summary>
    public static bool IsTakenByBatch(string name) => s_batch.Contains(name) || s_object.Contains(name);

    // A name that the base class or C# itself needs (a member cannot have the name of its type) gets a suffix.
    private static string Free(string name, HashSet<string> taken, string view, string owner) =>
        taken.Contains(name) || s_object.Contains(name) || name == view || name == owner ? name + "Column" : name;
}
