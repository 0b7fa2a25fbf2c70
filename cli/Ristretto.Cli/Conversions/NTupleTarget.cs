using System.Runtime.InteropServices;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Conversions;

/// <summary>Columns become fields of the same names. Lists with a common counter <c>nJet</c> become a collection <c>Jet</c>, whose members are seen under the names
/// of the columns and whose length is seen as the counter; lists of lists and of strings become vectors. Dots and slashes in names become underscores.</summary>
internal sealed class NTupleTarget(NTupleWriter tuple) : ITargetTable
{
    private readonly List<(SourceColumn Column, AppendValues Append)> _appends = [];

    public void Make(IReadOnlyList<SourceColumn> columns, List<(string Name, string Reason)> leftOut)
    {
        var names = columns.Select(column => NameOf(column.Name)).ToHashSet(StringComparer.Ordinal);
        var counters = columns.Where(column => column.Counter is not null).Select(column => column.Counter!).ToHashSet(StringComparer.Ordinal);
        var collections = new Dictionary<string, CollectionField>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (counters.Contains(column.Name)) continue;
            if (column.Counter is { } counter)
            {
                if (column.Dimensions.Count > 0)
                {
                    leftOut.Add((column.Name, "lists of arrays"));
                    continue;
                }
                MakeMember(column, CollectionOf(counter, column, names, collections));
            }
            else if (column.IsNested) MakeNested(column);
            else MakeField(column);
        }
        // A counter whose lists were all left out remains as a number.
        foreach (var column in columns.Where(column => counters.Contains(column.Name) && !collections.ContainsKey(column.Name))) MakeField(column);
    }

    public void Append(int entries)
    {
        foreach (var (column, append) in _appends) append(column);
        tuple.Fill(entries);
    }

    public void Complete() => tuple.Complete();

    private static string NameOf(string name) => string.Concat(name.Select(letter => letter is '.' or '/' or '\\' or ' ' || char.IsControl(letter) ? '_' : letter));

    private CollectionField CollectionOf(string counter, SourceColumn counted, HashSet<string> names, Dictionary<string, CollectionField> collections)
    {
        if (collections.TryGetValue(counter, out var known)) return known;
        var shown = NameOf(counter);
        // nJet counts Jet; a name that is taken gets an underscore.
        var name = shown.Length > 1 && shown[0] == 'n' ? shown[1..] : $"{shown}_list";
        while (names.Contains(name)) name += "_";
        names.Add(name);
        var collection = tuple.Collection(name, shown);
        collections.Add(counter, collection);
        _appends.Add((counted, column => collection.Append(column.Lengths)));
        return collection;
    }

    private void MakeMember(SourceColumn column, CollectionField collection) =>
        _appends.Add((column, LeafTypes.Make(column.Type, new MemberMaker(collection, column, NameOf(column.Name)))));

    private void MakeField(SourceColumn column)
    {
        var slot = tuple[NameOf(column.Name)];
        if (column.Type == LeafType.String) _appends.Add((column, Strings(slot.Strings(), 0)));
        else _appends.Add((column, LeafTypes.Make(column.Type, new FieldMaker(slot, column))));
    }

    private void MakeNested(SourceColumn column)
    {
        var slot = tuple[NameOf(column.Name)];
        for (var level = 0; level < column.ListLevels; level++)
        {
            var (vector, depth) = (slot.Vector(), level);
            _appends.Add((column, source => vector.Append(source.LengthsOf(depth))));
            slot = vector.Item;
        }
        if (column.Type == LeafType.String) _appends.Add((column, Strings(slot.Strings(), column.ListLevels)));
        else _appends.Add((column, LeafTypes.Make(column.Type, new FieldMaker(slot, column))));
    }

    private static AppendValues Strings(StringField strings, int level) => column =>
    {
        var bytes = column.Values;
        foreach (var length in column.LengthsOf(level))
        {
            strings.Append(bytes[..length]);
            bytes = bytes[length..];
        }
    };

    private sealed class MemberMaker(CollectionField collection, SourceColumn column, string shown) : ILeafTypeMaker<AppendValues>
    {
        public AppendValues Make<T>() where T : unmanaged
        {
            var prefix = collection.Name + "_";
            var name = shown.Length > prefix.Length && shown.StartsWith(prefix, StringComparison.Ordinal) ? shown[prefix.Length..] : shown;
            var field = collection.Field<T>(name, column.Title, shown);
            return source => field.Append(MemoryMarshal.Cast<byte, T>(source.Values));
        }
    }

    private sealed class FieldMaker(FieldSlot slot, SourceColumn column) : ILeafTypeMaker<AppendValues>
    {
        public AppendValues Make<T>() where T : unmanaged
        {
            var place = slot;
            foreach (var dimension in column.Dimensions) place = place.Array(dimension).Item;
            var field = place.Of<T>();
            field.Description = column.Title;
            return source => field.Append(MemoryMarshal.Cast<byte, T>(source.Values));
        }
    }
}
