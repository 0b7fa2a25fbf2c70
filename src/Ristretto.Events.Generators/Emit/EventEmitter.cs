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
        foreach (var collection in schema.Collections) EmitCollection(code, collection);
        code.Close();
        code.Line();
        EmitList(code, schema);
        return code.ToString();
    }

    private static void EmitScalar(CodeWriter code, ColumnModel column)
    {
        code.Line();
        code.Summary(Documentation.OfValue(column));
        code.Line(column.Counter is null ? $"[ReadsBranches(\"{column.Branch}\")]" : $"[ReadsBranches(\"{column.Branch}\", \"{column.Counter}\")]");
        var keyword = column.Type.Keyword;
        if (column.Counter is not null) code.Line($"public global::System.ReadOnlySpan<{keyword}> {column.Name} => _batch.{column.Name}[Index];");
        else if (column.Type.IsBool) code.Line($"public bool {column.Name} => _batch.Element<byte>({column.Id}, Index) != 0;");
        else code.Line($"public {keyword} {column.Name} => _batch.Element<{keyword}>({column.Id}, Index);");
    }

    private static void EmitCollection(CodeWriter code, CollectionModel collection)
    {
        code.Line();
        code.Summary(CodeWriter.Sentence(collection.Text));
        code.Line($"[ReadsBranches(\"{collection.Counter}\")]");
        code.Line($"public {collection.List} {collection.Name} => Of(_batch.{collection.Name});");
        code.Line();
        code.Summary("Those of the selected objects that belong to this event.");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">The objects come from another batch, or were selected together with their events.</exception>");
        code.Line($"public {collection.List} Of({collection.Objects} objects) => new(objects, objects.InEvent(_batch, Index));");
    }

    private static void EmitList(CodeWriter code, SchemaModel schema)
    {
        var list = List(schema);
        code.Summary($"Selected events of a {schema.Batch}.");
        code.Open($"public readonly ref struct {list}");
        code.Line($"private readonly {schema.Batch} _batch;");
        code.Line("private readonly global::System.ReadOnlySpan<int> _events;");
        code.Line();
        code.Open($"internal {list}({schema.Batch} batch, EventIndex events)");
        code.Line("_batch = batch;");
        code.Line("_events = events.AsSpan();");
        code.Close();
        code.Line();
        code.Summary("Number of events.");
        code.Line("public int Count => _events.Length;");
        code.Line();
        code.Summary("The event at a position of the list.");
        code.Line($"public {schema.Event} this[int index] => new(_batch, _events[index]);");
        code.Line();
        code.Summary("The events, one after the other.");
        code.Line("public Enumerator GetEnumerator() => new(this);");
        code.Line();
        code.Summary("Goes through the events.");
        code.Open("public ref struct Enumerator");
        code.Line($"private readonly {list} _list;");
        code.Line("private int _index;");
        code.Line();
        code.Open($"internal Enumerator({list} list)");
        code.Line("_list = list;");
        code.Line("_index = -1;");
        code.Close();
        code.Line();
        code.Summary("The event at hand.");
        code.Line($"public readonly {schema.Event} Current => _list[_index];");
        code.Line();
        code.Summary("Goes to the next event.");
        code.Line("public bool MoveNext() => ++_index < _list.Count;");
        code.Close();
        code.Close();
    }
}
