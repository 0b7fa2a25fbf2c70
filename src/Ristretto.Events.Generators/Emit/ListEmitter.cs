using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>Lists of views: the objects of one event, and selected events.</summary>
internal static class ListEmitter
{
    /// <summary>The list of the objects of one event.</summary>
    public static void OfObjects(CodeWriter code, SchemaModel schema, CollectionModel collection)
    {
        var (list, view, objects) = (collection.List, collection.Name, collection.Objects);
        code.Summary($"Those of <see cref=\"{objects}\"/> that belong to one event.");
        code.Open($"public readonly ref struct {list}");
        code.Line($"private readonly {schema.Batch} _batch;");
        code.Line("private readonly ObjectRange _range;");
        code.Line();
        code.Open($"internal {list}({schema.Batch} batch, ObjectRange range)");
        code.Line("_batch = batch;");
        code.Line("_range = range;");
        code.Close();
        EmitMembers(code, list, view, "object", "_range.Count", "new(_batch, _range.At(index), _range.Event)", "new(_list._batch, _list._range.PositionOf(_index), _list._range.Event)", "ArgumentOutOfRangeException");
        code.Close();
    }

    /// <summary>The list of selected events.</summary>
    public static void OfEvents(CodeWriter code, SchemaModel schema)
    {
        var list = EventEmitter.List(schema);
        code.Summary($"Selected events of a {schema.Batch}.");
        code.Open($"public readonly ref struct {list}");
        code.Line($"private readonly {schema.Batch} _batch;");
        code.Line("private readonly global::System.ReadOnlySpan<int> _events;");
        code.Line();
        code.Open($"internal {list}({schema.Batch} batch, EventIndex events)");
        code.Line("_batch = batch;");
        code.Line("_events = events.AsSpan();");
        code.Close();
        EmitMembers(code, list, schema.Event, "event", "_events.Length", "new(_batch, _events[index])", "_list[_index]");
        code.Close();
    }

    private static void EmitMembers(CodeWriter code, string list, string view, string noun, string count, string element, string current, string? exception = null)
    {
        code.Line();
        code.Summary($"Number of {noun}s.");
        code.Line($"public int Count => {count};");
        code.Line();
        code.Summary($"The {noun} at a position of the list.");
        if (exception is not null) code.Line($"/// <exception cref=\"global::System.{exception}\">The list is shorter.</exception>");
        code.Line($"public {view} this[int index] => {element};");
        EnumeratorEmitter.Emit(code, list, "list", view, current, "_list.Count", noun, $"The {noun}s, one after the other.");
    }
}
