using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The property that gives a column: of many events, of many objects, or of one event or object.</summary>
internal static class ColumnEmitter
{
    /// <summary>One value per event, or a list of values per event.</summary>
    public static void OfEvents(CodeWriter code, ColumnModel column)
    {
        Begin(code, Documentation.Of(column, column switch { { Counter: null } => "[events]", { IsNested: false } => "[events][values]", _ => "[events][lists][values]" }), BranchesOf(column));
        var keyword = column.Type.Keyword;
        if (column.IsNested) code.Line($"public NestedColumn<{keyword}> {column.Name} => NestedColumn<{keyword}>({column.Id});");
        else if (column.Counter is not null) code.Line($"public JaggedColumn<{keyword}> {column.Name} => ListColumn<{keyword}>({column.Id});");
        else if (column.Type.IsBool) code.Line($"public Mask {column.Name} => MaskColumn({column.Id});");
        else code.Line($"public Column<{keyword}> {column.Name} => NumberColumn<{keyword}>({column.Id});");
    }

    /// <summary>One value per object.</summary>
    public static void OfObjects(CodeWriter code, ColumnModel column)
    {
        Begin(code, Documentation.Of(column, column.IsNested ? "[events][objects][values]" : "[events][objects]"), column.Branch);
        var keyword = column.Type.Keyword;
        if (column.IsNested) code.Line($"public NestedColumn<{keyword}> {column.Name} => Nested<{keyword}>({column.Id});");
        else code.Line(column.Type.IsBool
            ? $"public JaggedMask {column.Name} => Flags({column.Id});"
            : $"public JaggedColumn<{keyword}> {column.Name} => Numbers<{keyword}>({column.Id});");
    }

    /// <summary>The value of one event or object.</summary>
    /// <param name="code">Receives the property.</param>
    /// <param name="column">The column.</param>
    /// <param name="owner">What has the values, in the generated code.</param>
    /// <param name="position">Which of them, in the generated code.</param>
    public static void OfOne(CodeWriter code, ColumnModel column, string owner, string position)
    {
        Begin(code, Documentation.OfValue(column), column.Branch);
        if (column.IsNested) code.Line($"public global::System.ReadOnlySpan<{column.Type.Keyword}> {column.Name} => {owner}.ElementList<{column.Type.Keyword}>({column.Id}, {position});");
        else code.Line(column.Type.IsBool
            ? $"public bool {column.Name} => {owner}.Element<byte>({column.Id}, {position}) != 0;"
            : $"public {column.Type.Keyword} {column.Name} => {Value(column, owner, position)};");
    }

    /// <summary>The number in a column, in the generated code.</summary>
    public static string Value(ColumnModel column, string owner, string position) => $"{owner}.Element<{column.Type.Keyword}>({column.Id}, {position})";

    /// <summary>The branches that a column of events is read from.</summary>
    public static string[] BranchesOf(ColumnModel column) => column.Counter is null || column.Counter == column.Branch ? [column.Branch] : [column.Branch, column.Counter];

    /// <summary>Begins a property that reads branches.</summary>
    public static void Begin(CodeWriter code, string summary, params string[] branches)
    {
        code.Line();
        code.Summary(summary);
        code.Line($"[ReadsBranches({string.Join(", ", branches.Select(branch => $"\"{branch}\""))})]");
    }
}
