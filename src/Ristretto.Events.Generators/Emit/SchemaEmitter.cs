using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The list of all columns.</summary>
internal static class SchemaEmitter
{
    /// <summary>Name of the class with the list: NanoBatch has a NanoSchema.</summary>
    public static string Name(SchemaModel schema)
    {
        const string suffix = "Batch";
        var stem = schema.Batch.EndsWith(suffix, StringComparison.Ordinal) ? schema.Batch.Substring(0, schema.Batch.Length - suffix.Length) : schema.Batch;
        return stem + "Schema";
    }

    public static string Emit(SchemaModel schema)
    {
        var code = new CodeWriter(schema.File, schema.Namespace);
        code.Summary($"What {schema.File} declares.");
        code.Open($"public static class {Name(schema)}");
        code.Summary("All columns; a file need not have each of them.");
        code.Open("public static global::System.Collections.Generic.IReadOnlyList<ColumnDefinition> Columns { get; } = new ColumnDefinition[]");
        foreach (var column in schema.Columns)
        {
            var counter = column.Counter is null ? "null" : $"\"{column.Counter}\"";
            code.Line($"new(\"{column.Branch}\", ElementType.{column.Type.Element}, {counter}, \"{column.Versions}\"){(column.IsNested ? " { IsNested = true }" : "")},");
        }
        code.Close(";");
        code.Line();
        code.Summary("The columns with the number of objects in each event, one for each collection.");
        code.Line($"internal static global::System.Collections.Generic.IReadOnlyList<string> Counters {{ get; }} = new string[] {{ {string.Join(", ", schema.Collections.Select(collection => $"\"{collection.Counter}\""))} }};");
        code.Close();
        return code.ToString();
    }
}
