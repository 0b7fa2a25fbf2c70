using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>Joins the fields of a schema with their parts and columns.</summary>
internal static class FieldTree
{
    /// <summary>The top-level fields in stored order.</summary>
    /// <exception cref="Errors.RootFormatException">An id points nowhere, or a field is part of itself.</exception>
    public static IReadOnlyList<NTupleField> Build(SchemaRecord schema, RecordOrigin origin)
    {
        var fields = new NTupleField[schema.Fields.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = new NTupleField(i, schema.Fields[i]);
        var top = new List<NTupleField>();
        foreach (var field in fields)
        {
            var (parent, source) = (field.Record.ParentId, field.Record.SourceFieldId);
            if (parent >= fields.Length) origin.Throw(0, $"field {field.Id} ({field.Name}) is part of field {parent}, there are {fields.Length}");
            if (source >= fields.Length) origin.Throw(0, $"field {field.Id} ({field.Name}) shows field {source}, there are {fields.Length}");
            if (parent == field.Id) top.Add(field);
            else fields[parent].Add(field);
        }
        foreach (var column in schema.Columns) Find(column.FieldId, $"column {column.Id}").Add(column);
        foreach (var alias in schema.Aliases)
        {
            if (alias.ColumnId >= schema.Columns.Count) origin.Throw(0, $"an alias of column {alias.ColumnId}, there are {schema.Columns.Count}");
            Find(alias.FieldId, "an alias column").Add(schema.Columns[alias.ColumnId]);
        }
        CheckReached(fields, top, origin);
        return top;

        NTupleField Find(int id, string what)
        {
            if (id >= fields.Length) origin.Throw(0, $"{what} belongs to field {id}, there are {fields.Length}");
            return fields[id];
        }
    }

    /// <summary>Every field hangs below a top-level one; those that do not hang in a circle.</summary>
    private static void CheckReached(NTupleField[] fields, List<NTupleField> top, RecordOrigin origin)
    {
        var reached = new bool[fields.Length];
        var open = new Stack<NTupleField>(top);
        while (open.TryPop(out var field))
        {
            reached[field.Id] = true;
            foreach (var child in field.Children) open.Push(child);
        }
        var lost = Array.IndexOf(reached, false);
        if (lost >= 0) origin.Throw(0, $"field {lost} ({fields[lost].Name}) is part of itself");
    }
}
