using Ristretto.Events.Generators.Model;
using Ristretto.Events.Generators.Parse;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The method that gives columns other values, as a source of uncertainty does.</summary>
internal static class ShiftEmitter
{
    /// <summary>Of a collection of objects.</summary>
    public static void OfObjects(CodeWriter code, IEnumerable<ColumnModel> columns) => Emit(code, columns, "JaggedColumn", "[events][objects]");

    /// <summary>Of a group of columns.</summary>
    public static void OfEvents(CodeWriter code, IEnumerable<ColumnModel> columns) => Emit(code, columns.Where(column => column.Counter is null), "Column", "[events]");

    private static void Emit(CodeWriter code, IEnumerable<ColumnModel> columns, string type, string shape)
    {
        var known = columns.ToList();
        var shifted = known.Where(column => column is { Type.Keyword: "float", IsNested: false }).ToList();
        if (shifted.Count == 0 || known.Any(column => column.Name == "Shifted")) return;
        code.Line();
        code.Summary($"These columns with other values, all others as they are: what a source of uncertainty changes. Shape <c>{shape}</c> each.");
        code.Line($"public global::Ristretto.Events.Systematics.ColumnShift Shifted({string.Join(", ", shifted.Select(column => $"{type}<float>? {Parameter(column.Name)} = null"))}) =>");
        code.Line($"    Shift([{string.Join(", ", shifted.Select(column => $"({column.Id}, {Parameter(column.Name)})"))}]);");
    }

    private static string Parameter(string name)
    {
        var parameter = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return Identifiers.IsIdentifier(parameter) ? parameter : "@" + parameter;
    }
}
