using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>A group of columns: the class for many events and the view of one.</summary>
internal static class GroupEmitter
{
    public static string Emit(SchemaModel schema, GroupModel group)
    {
        var code = new CodeWriter(schema.File, schema.Namespace);
        code.Summary(CodeWriter.Sentence(group.Text));
        code.Open($"public sealed partial class {group.Class} : ColumnGroup");
        code.Line($"internal {group.Class}(EventBatch batch) : base(batch) {{ }}");
        foreach (var column in group.Columns) ColumnEmitter.OfEvents(code, column);
        ShiftEmitter.OfEvents(code, group.Columns);
        code.Close();
        code.Line();
        code.Summary($"{CodeWriter.Sentence(group.Text)} Of one event.");
        code.Open($"public readonly ref struct {group.Name}");
        code.Line("private readonly EventBatch _batch;");
        code.Line("private readonly int _index;");
        code.Line();
        code.Line($"internal {group.Name}(EventBatch batch, int index) => (_batch, _index) = (batch, index);");
        foreach (var column in group.Columns) EmitOne(code, column);
        code.Close();
        return code.ToString();
    }

    private static void EmitOne(CodeWriter code, ColumnModel column)
    {
        if (column.IsNested) return;              // a list of lists is at hand as a column of the group
        if (column.Counter is null) ColumnEmitter.OfOne(code, column, "_batch", "_index");
        else ColumnEmitter.OfOne(code, column with { IsNested = true }, "_batch", "_index");
    }
}
