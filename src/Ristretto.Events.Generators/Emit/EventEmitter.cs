using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The view of one event and the list of selected events.</summary>
internal static class EventEmitter
{
    public static string List(SchemaModel schema) => schema.Event + "List";

    public static string Emit(SchemaModel schema)
    {
        var code = new CodeWriter(schema.File, schema.Namespace);
        code.Summary($"One event of a {schema.Batch}.");
        code.Open($"public readonly ref struct {schema.Event}");
        code.Line($"private readonly {schema.Batch} _batch;");
        code.Line();
        code.Line($"internal {schema.Event}({schema.Batch} batch, int index) => (_batch, Index) = (batch, index);");
        code.Line();
        code.Summary("Position of the event in the batch: what columns are indexed with.");
        code.Line("public int Index { get; }");
        foreach (var column in schema.Scalars) EmitScalar(code, column);
        foreach (var group in schema.Groups)
        {
            code.Line();
            code.Summary(CodeWriter.Sentence(group.Text));
            code.Line($"public {group.Name} {group.Name} => new(_batch, Index);");
        }
        foreach (var flags in schema.Flags)
        {
            code.Line();
            code.Summary(CodeWriter.Sentence(flags.Text));
            code.Line($"public global::Ristretto.Events.NanoAod.FlagsOfEvent {flags.Name} => new(_batch.{flags.Name}, Index);");
        }
        foreach (var collection in schema.Collections) EmitCollection(code, schema, collection);
        code.Close();
        code.Line();
        ListEmitter.OfEvents(code, schema);
        return code.ToString();
    }

    private static void EmitScalar(CodeWriter code, ColumnModel column)
    {
        if (column.IsNested) return;              // a list of lists is at hand as a column of the batch
        if (column.Counter is null)
        {
            ColumnEmitter.OfOne(code, column, "_batch", "Index");
            return;
        }
        ColumnEmitter.Begin(code, Documentation.OfValue(column), ColumnEmitter.BranchesOf(column));
        code.Line($"public global::System.ReadOnlySpan<{column.Type.Keyword}> {column.Name} => _batch.{column.Name}[Index];");
    }

    private static void EmitCollection(CodeWriter code, SchemaModel schema, CollectionModel collection)
    {
        ColumnEmitter.Begin(code, CodeWriter.Sentence(collection.Text), collection.Counter);
        code.Line($"public {collection.List} {collection.Name} => new(_batch, _batch.Objects({schema.IndexOf(collection.Name)}, Index));");
        code.Line();
        code.Summary("Those of the selected objects that belong to this event.");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">The objects come from another batch, or were selected together with their events.</exception>");
        code.Line($"public {collection.List} Of({collection.Objects} objects) => new(_batch, objects.InEvent(_batch, Index));");
    }
}
