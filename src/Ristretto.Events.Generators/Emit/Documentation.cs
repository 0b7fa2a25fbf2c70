using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>Doc comments of columns: what it is, unit, shape, branch and versions.</summary>
internal static class Documentation
{
    /// <summary>Of a column of many events.</summary>
    public static string Of(ColumnModel column, string shape) =>
        Join(CodeWriter.Sentence(column.Text), Unit(column), $"Shape <c>{shape}</c>.", Source(column));

    /// <summary>Of one value.</summary>
    public static string OfValue(ColumnModel column) => Join(CodeWriter.Sentence(column.Text), Unit(column), Source(column));

    private static string Unit(ColumnModel column) => column.Unit is null ? "" : $"Unit: {CodeWriter.Escape(column.Unit)}.";

    private static string Source(ColumnModel column) => $"Branch <c>{column.Branch}</c>, {column.Versions}.";

    private static string Join(params string[] parts) => string.Join(" ", parts.Where(part => part.Length > 0));
}
