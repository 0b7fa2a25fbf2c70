using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The list of the objects of one event.</summary>
internal static class ListEmitter
{
    public static void Emit(CodeWriter code, CollectionModel collection)
    {
        var (list, view, objects) = (collection.List, collection.Name, collection.Objects);
        code.Summary($"Those of <see cref=\"{objects}\"/> that belong to one event.");
        code.Open($"public readonly ref struct {list}");
        code.Line($"private readonly {objects} _objects;");
        code.Line("private readonly ObjectRange _range;");
        code.Line();
        code.Line($"internal {list}({objects} objects, ObjectRange range) => (_objects, _range) = (objects, range);");
        code.Line();
        code.Summary("Number of objects.");
        code.Line("public int Count => _range.Count;");
        code.Line();
        code.Summary("The object at a position of the list.");
        code.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The list is shorter.</exception>");
        code.Line($"public {view} this[int index] => new(_objects, _objects.PositionOf(_range.At(index)), _range.Event);");
        code.Line();
        code.Summary("The objects, one after the other.");
        code.Line("public Enumerator GetEnumerator() => new(this);");
        code.Line();
        code.Summary("Goes through the objects.");
        code.Open("public ref struct Enumerator");
        code.Line($"private readonly {list} _list;");
        code.Line("private int _index;");
        code.Line();
        code.Open($"internal Enumerator({list} list)");
        code.Line("_list = list;");
        code.Line("_index = -1;");
        code.Close();
        code.Line();
        code.Summary("The object at hand.");
        code.Line($"public readonly {view} Current => _list[_index];");
        code.Line();
        code.Summary("Goes to the next object.");
        code.Line("public bool MoveNext() => ++_index < _list.Count;");
        code.Close();
        code.Close();
    }
}
