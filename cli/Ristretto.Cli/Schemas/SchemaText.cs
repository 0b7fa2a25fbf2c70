namespace Ristretto.Cli.Schemas;

/// <summary>Writes a schema as the generator of typed events reads it.</summary>
internal static class SchemaText
{
    /// <summary>Prints the schema.</summary>
    /// <param name="draft">The columns.</param>
    /// <param name="space">Namespace of the types.</param>
    /// <param name="name">What batch and event are called: NAMEBatch, NAMEEvent.</param>
    /// <param name="command">The command line that makes it anew.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(SchemaDraft draft, string space, string name, string command, TextWriter output)
    {
        var sections = draft.Sections();
        output.WriteLine($"""
            # Made by: {command}
            #
            # A project takes it as <AdditionalFiles Include="my.schema" />; then {name}Batch.Open("data.root").Run(ev => …) has these columns by name.
            # Change what you like: words become documentation, columns that you do not need can go.

            namespace {space}
            batch     {name}Batch
            event     {name}Event
            versions  {string.Join(' ', draft.Versions)}
            """);
        foreach (var section in sections) Print(draft, section, output);
        if (draft.Others.Count == 0) return;
        output.WriteLine();
        output.WriteLine("# Not here, since events are made of numbers and of lists of numbers:");
        foreach (var (column, type) in draft.Others) output.WriteLine($"#   {column}  {type}");
    }

    private static void Print(SchemaDraft draft, SchemaSection section, TextWriter output)
    {
        output.WriteLine();
        switch (section.Kind)
        {
            case SectionKind.Scalars: output.WriteLine("scalars"); break;
            case SectionKind.Group: output.WriteLine($"group {section.Prefix}  columns {section.Prefix}_…"); break;
            case SectionKind.Flags: output.WriteLine($"flags {section.Prefix}  {section.Columns.Count} decisions, reached by name"); return;
            case SectionKind.Collection: output.WriteLine($"collection {section.Prefix} {section.Plural} n{section.Prefix} {section.FourVector}  objects counted by n{section.Prefix}"); break;
        }
        var types = section.Columns.ConvertAll(column => section.Kind == SectionKind.Scalars && column.Counter is { } counter ? $"{column.Type}[{counter}]" : column.Type);
        int names = section.Columns.Max(column => column.Name.Length), words = types.Max(type => type.Length), versions = section.Columns.Max(column => draft.VersionsOf(column).Length);
        for (var i = 0; i < section.Columns.Count; i++)
        {
            var column = section.Columns[i];
            output.WriteLine($"  {column.Name.PadRight(names)}  {types[i].PadRight(words)} {draft.VersionsOf(column).PadRight(versions)} {Unit(section, column),-3}  {column.Words}".TrimEnd());
        }
        if (section.Kind != SectionKind.Collection) return;
        foreach (var (name, column, target) in section.Links()) output.WriteLine($"  link {name} {column.Name} {target}");
    }

    private static string Unit(SchemaSection section, StoredColumn column)
    {
        if (section.Kind == SectionKind.Scalars || column.Type is not ("float" or "double")) return "-";
        return column.Behind(section.Prefix) switch
        {
            "pt" or "mass" or "energy" or "sumEt" or "sumet" => "GeV",
            "phi" => "rad",
            "dxy" or "dz" or "dxyErr" or "dzErr" or "x" or "y" or "z" => "cm",
            _ => "-",
        };
    }
}
