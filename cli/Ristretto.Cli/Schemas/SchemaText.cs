using Ristretto.Events.Generators.Parse;

namespace Ristretto.Cli.Schemas;

/// <summary>Writes a schema as the generator of typed events reads it.</summary>
internal sealed class SchemaText
{
    private readonly SchemaDraft _draft;
    private readonly SchemaNames _names;
    private readonly TextWriter _output;
    private readonly IReadOnlyList<SchemaSection> _sections;
    private readonly Dictionary<SchemaSection, string> _nameOf = [];
    private readonly Dictionary<SchemaSection, string> _classOf = [];

    private SchemaText(SchemaDraft draft, string name, TextWriter output)
    {
        (_draft, _names, _output, _sections) = (draft, new SchemaNames(name), output, draft.Sections());
        foreach (var section in _sections.Where(section => section.Kind != SectionKind.Scalars))
            _nameOf.Add(section, section.Kind == SectionKind.Flags ? _names.OfFlags(section.Stored) : _names.OfSection(section.Wanted, section.Stored));
        foreach (var section in _sections.Where(section => section.Kind == SectionKind.Collection)) _classOf.Add(section, _names.OfClass(PascalCase.Of(_nameOf[section])));
    }

    /// <summary>Prints the schema.</summary>
    /// <param name="draft">The columns.</param>
    /// <param name="space">Namespace of the types.</param>
    /// <param name="name">What batch and event are called: NAMEBatch, NAMEEvent.</param>
    /// <param name="command">The command line that makes it anew.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(SchemaDraft draft, string space, string name, string command, TextWriter output)
    {
        output.WriteLine($"""
            # Made by: {command}
            #
            # A project takes it as <AdditionalFiles Include="my.schema" />; then {name}Batch.Open("data.root").Run(ev => …) has these columns by name.
            # Change what you like: words become documentation, columns that you do not need can go.

            namespace {space}
            batch     {name}Batch
            event     {name}Event
            """);
        if (draft.Table != "Events") output.WriteLine($"tree      {draft.Table}");
        output.WriteLine($"versions  {string.Join(' ', draft.Versions)}");
        new SchemaText(draft, name, output).Print();
    }

    private void Print()
    {
        foreach (var section in _sections) Print(section);
        if (_draft.Others.Count == 0) return;
        _output.WriteLine();
        _output.WriteLine("# Not here, and why:");
        foreach (var (column, reason) in _draft.Others) _output.WriteLine($"#   {column}  {reason}");
    }

    private void Print(SchemaSection section)
    {
        _output.WriteLine();
        switch (section.Kind)
        {
            case SectionKind.Scalars: _output.WriteLine("scalars"); break;
            case SectionKind.Group: _output.WriteLine($"group {Named(section)}  columns {section.Prefix}…"); break;
            case SectionKind.Flags: _output.WriteLine($"flags {section.Stored}  {section.Columns.Count} decisions, reached by name"); return;
            case SectionKind.Collection: PrintHeader(section); break;
        }
        var words = Words(section);
        var columns = section.Columns.ConvertAll(column => (Column: column, Word: words(column), Type: section.TypeOf(column), Versions: _draft.VersionsOf(column)));
        int names = columns.Max(column => column.Word.Length), types = columns.Max(column => column.Type.Length), versions = columns.Max(column => column.Versions.Length);
        foreach (var (column, word, type, version) in columns)
            _output.WriteLine($"  {word.PadRight(names)}  {type.PadRight(types)} {version.PadRight(versions)} {Unit(section, column),-3}  {column.Words}".TrimEnd());
        if (section.Kind != SectionKind.Collection || section.Prefix.EndsWith('.')) return;
        string[] collections = [.. _sections.Where(other => other.Kind == SectionKind.Collection).Select(other => _nameOf[other])];
        foreach (var (name, column, target) in section.Links(collections)) _output.WriteLine($"  link {name} {column.Name} {target}");
    }

    private void PrintHeader(SchemaSection section)
    {
        var text = section.Prefix.EndsWith('.') ? $"columns {section.Prefix}…" : $"objects counted by {section.Counter}";
        _output.WriteLine($"collection {Named(section)} {_classOf[section]} {section.Counter} {section.FourVector}  {text}");
    }

    private string Named(SchemaSection section) => PascalCase.Of(section.Stored) == PascalCase.Of(_nameOf[section]) ? section.Stored : $"{PascalCase.Of(_nameOf[section])}={section.Stored}";

    // The columns as the schema writes them: BRANCH, or NAME=BRANCH.
    private Func<StoredColumn, string> Words(SchemaSection section)
    {
        if (section.Kind == SectionKind.Scalars) return column => _names.OfScalar(column.Name);
        var (view, taken) = (PascalCase.Of(_nameOf[section]), new HashSet<string>(StringComparer.Ordinal));
        if (section.Kind == SectionKind.Group) return column => SchemaNames.OfGroupColumn(column.Name, column.Behind(section.Prefix), view, taken);
        return column => SchemaNames.OfObjectColumn(column.Name, column.Behind(section.Prefix), view, _classOf[section], taken);
    }

    private static string Unit(SchemaSection section, StoredColumn column)
    {
        if (section.Kind == SectionKind.Scalars || column.Type is not ("float" or "double")) return "-";
        var isDotted = section.Prefix.EndsWith('.');
        return column.Behind(section.Prefix) switch
        {
            "pt" or "mass" or "energy" or "sumEt" or "sumet" => section.IsXaod ? "MeV" : "GeV",
            "m" or "e" or "px" or "py" or "pz" or "mpx" or "mpy" when section.IsXaod => "MeV",
            "momentum.x" or "momentum.y" or "momentum.z" => "GeV",
            "phi" => "rad",
            "dxy" or "dz" or "dxyErr" or "dzErr" => "cm",
            "x" or "y" or "z" => isDotted ? "mm" : "cm",
            _ => "-",
        };
    }
}
