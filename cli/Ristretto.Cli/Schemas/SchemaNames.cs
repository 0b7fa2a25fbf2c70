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

    // Members that every batch has.
    private static readonly string[] s_batch =
        ["All", "Element", "Events", "FirstEntry", "GetEnumerator", "Has", "Length", "List", "Marks", "Open", "Path", "Source", "Systematics", "Bind", "Selected", "IsCurrent"];

    private readonly HashSet<string> _ofBatch = new(s_batch, StringComparer.Ordinal);
    private readonly HashSet<string> _types = new([.. s_used, $"{name}Batch", $"{name}Event", $"{name}EventList", $"{name}Schema"], StringComparer.Ordinal);

    /// <summary>Name of a column that belongs to nothing; null for that of the branch.</summary>
    internal string? OfScalar(string stored) => OfMember(stored, _ofBatch);

    /// <summary>Takes the name of a group of flags.</summary>
    internal string OfFlags(string stored)
    {
        _ofBatch.Add(PascalCase.Of(stored));
        return stored;
    }

    /// <summary>Name of a group of flags or columns, or of the objects of a collection.</summary>
    /// <param name="stored">What their names begin with.</param>
    /// <param name="wanted">What they should be called.</param>
    internal string OfSection(string stored, string wanted)
    {
        var free = Free(wanted, candidate => _ofBatch.Contains(candidate) || _types.Contains(candidate) || _types.Contains(candidate + "List") || _types.Contains(candidate + "Columns"));
        _ofBatch.Add(free);
        _types.UnionWith([free, free + "List", free + "Columns"]);
        return PascalCase.Of(stored) == free ? stored : free;
    }

    /// <summary>Name of the class of all objects.</summary>
    internal string OfClass(string objects)
    {
        var free = Free(objects.EndsWith('s') ? $"{objects}Collection" : $"{objects}s", _types.Contains);
        _types.Add(free);
        return free;
    }

    /// <summary>Name of a column of a section; null for what the compiler makes of it.</summary>
    internal static string? OfMember(string behind, HashSet<string> taken)
    {
        var given = Given(behind, Free(behind, taken.Contains));
        taken.Add(PascalCase.Of(given ?? behind));
        return given;
    }

    // What the compiler makes of the stored name needs not be said.
    private static string? Given(string stored, string free) => PascalCase.Of(stored) == free ? null : free;

    private static string Free(string wanted, Func<string, bool> isTaken)
    {
        var name = PascalCase.Of(wanted);
        if (name.Length == 0) name = "Column";
        if (!isTaken(name)) return name;
        var number = 2;
        while (isTaken($"{name}No{number}")) number++;
        return $"{name}No{number}";
    }
}
