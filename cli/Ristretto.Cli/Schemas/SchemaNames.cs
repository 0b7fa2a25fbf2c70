using Ristretto.Events.Generators.Parse;

namespace Ristretto.Cli.Schemas;

/// <summary>The names in C#, each given once: where two columns would get the same, the later one gets a number.</summary>
/// <param name="name">What batch and event are called: NAMEBatch, NAMEEvent.</param>
internal sealed class SchemaNames(string name)
{
    // Types that the generated code uses by their short names.
    private static readonly string[] s_used =
    [
        "BatchList", "BatchSource", "Column", "ColumnDefinition", "ColumnGroup", "ElementType", "EventBatch", "EventIndex", "EventMarks", "JaggedColumn",
        "JaggedMask", "Lists", "LocalIndex", "Mask", "NestedColumn", "NestedMask", "ObjectCollection", "ObjectRange", "ObjectSelection", "ReadsBranches",
    ];

    private readonly HashSet<string> _ofBatch = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new([.. s_used, $"{name}Batch", $"{name}Event", $"{name}EventList", $"{name}Schema"], StringComparer.Ordinal);

    /// <summary>A column that belongs to nothing as the schema writes it: the branch, or NAME=BRANCH.</summary>
    internal string OfScalar(string branch) => Written(branch, branch, _ofBatch, wanted => Naming.OfScalar(wanted, $"{name}Batch", $"{name}Event"));

    /// <summary>Takes the name of a group of flags.</summary>
    internal string OfFlags(string stored)
    {
        _ofBatch.Add(PascalCase.Of(stored));
        return stored;
    }

    /// <summary>Name of a group of columns, or of the objects of a collection.</summary>
    /// <param name="wanted">What they should be called.</param>
    /// <param name="stored">What they are called in the file.</param>
    internal string OfSection(string wanted, string stored)
    {
        var free = Free(IsTaken(PascalCase.Of(wanted)) ? stored : wanted, PascalCase.Of, IsTaken);
        _ofBatch.Add(PascalCase.Of(free));
        _types.UnionWith([PascalCase.Of(free), PascalCase.Of(free) + "List", PascalCase.Of(free) + "Columns"]);
        return free;
    }

    private bool IsTaken(string section) => Naming.IsTakenByBatch(section) || _ofBatch.Contains(section)
        || _types.Contains(section) || _types.Contains(section + "List") || _types.Contains(section + "Columns");

    /// <summary>Name of the class of all objects.</summary>
    internal string OfClass(string objects)
    {
        var free = Free(objects[^1] switch { 's' => $"{objects}Collection", 'x' => $"{objects}es", _ => $"{objects}s" }, wanted => wanted, _types.Contains);
        _types.Add(free);
        return free;
    }

    /// <summary>A column of a group as the schema writes it.</summary>
    internal static string OfGroupColumn(string branch, string behind, string view, HashSet<string> taken) =>
        Written(branch, behind, taken, wanted => Naming.OfGroupColumn(wanted, view, view + "Columns"));

    /// <summary>A column of a collection as the schema writes it.</summary>
    internal static string OfObjectColumn(string branch, string behind, string view, string objects, HashSet<string> taken) =>
        Written(branch, behind, taken, wanted => Naming.OfObjectColumn(wanted, view, objects));

    private static string Written(string branch, string wanted, HashSet<string> taken, Func<string, string> make)
    {
        var free = Free(wanted, make, taken.Contains);
        taken.Add(make(free));
        return free == wanted ? branch : $"{free}={branch}";
    }

    // The wanted word when what is made of it is free; else a numbered one.
    private static string Free(string wanted, Func<string, string> make, Func<string, bool> isTaken)
    {
        var stem = make(wanted);
        if (stem.Length > 0 && !isTaken(stem)) return wanted;
        if (stem.Length == 0) stem = "Unnamed";
        var number = 2;
        while (isTaken(make($"{stem}No{number}"))) number++;
        return $"{stem}No{number}";
    }
}
