using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The class with the columns and collections of many events.</summary>
internal static class BatchEmitter
{
    public static string Emit(SchemaModel schema)
    {
        var code = new CodeWriter(schema.File, schema.Namespace);
        code.Summary($"Some consecutive events with the columns of {schema.File}.");
        code.Open($"public sealed partial class {schema.Batch} : EventBatch");
        foreach (var collection in schema.Collections) code.Line($"private {collection.Objects}? {Field(collection.Name)};");
        if (schema.Collections.Count > 0) code.Line();
        code.Summary("A batch without events; the engine gives it some.");
        code.Open($"public {schema.Batch}() : base({SchemaEmitter.Name(schema)}.Columns, {SchemaEmitter.Name(schema)}.Counters)");
        foreach (var group in schema.Groups) code.Line($"{group.Name} = new {group.Class}(this);");
        foreach (var flags in schema.Flags) code.Line($"{flags.Name} = new global::Ristretto.Events.NanoAod.FlagGroup(this, \"{flags.Prefix}_\");");
        code.Close();
        EmitOpen(code, schema);
        foreach (var column in schema.Scalars) ColumnEmitter.OfEvents(code, column);
        foreach (var group in schema.Groups)
        {
            code.Line();
            code.Summary(CodeWriter.Sentence(group.Text));
            code.Line($"public {group.Class} {group.Name} {{ get; }}");
        }
        foreach (var flags in schema.Flags)
        {
            code.Line();
            code.Summary(CodeWriter.Sentence(flags.Text));
            code.Line($"public global::Ristretto.Events.NanoAod.FlagGroup {flags.Name} {{ get; }}");
        }
        foreach (var collection in schema.Collections)
        {
            var field = Field(collection.Name);
            code.Line();
            code.Summary(CodeWriter.Sentence(collection.Text));
            code.Line($"public {collection.Objects} {collection.Name} => IsCurrent({field}) ? {field} : {field} = new {collection.Objects}(this);");
        }
        EmitEvents(code, schema);
        code.Close();
        return code.ToString();
    }

    private static void EmitOpen(CodeWriter code, SchemaModel schema)
    {
        const string engine = "global::Ristretto.Events.Engine";
        foreach (var (type, name, text) in new[]
        {
            ("string", "path", "The events of one file, or of all files that match a pattern."),
            ("global::System.Collections.Generic.IEnumerable<string>", "paths", "The events of several files, one after the other."),
        })
        {
            code.Line();
            code.Summary(text);
            code.Line($"/// <param name=\"{name}\">Path or address of a file; patterns such as <c>*.root</c>, a folder (<c>data/</c>) and a list (<c>@files.txt</c>) stand for several.</param>");
            code.Line("/// <param name=\"tree\">Name of the TTree or RNTuple that holds the events.</param>");
            code.Line("/// <exception cref=\"global::Ristretto.Bytes.Errors.SourceException\">No file matches the pattern.</exception>");
            code.Line($"public static {engine}.EventFiles<{schema.Batch}> Open({type} {name}, string tree = \"{schema.Tree}\") => {engine}.EventFiles.Open<{schema.Batch}>({name}, tree);");
        }
    }

    private static void EmitEvents(CodeWriter code, SchemaModel schema)
    {
        var list = EventEmitter.List(schema);
        code.Line();
        code.Summary("The events for which the mask is true, one after the other.");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">The mask has another length.</exception>");
        code.Line($"public {list} Events(Mask mask) => new(this, Selected(mask));");
        code.Line();
        code.Summary("The given events in the given order.");
        code.Line($"public {list} Events(EventIndex events) => new(this, events);");
        EnumeratorEmitter.Emit(code, schema.Batch, "batch", schema.Event, "new(_batch, _index)", "_batch.Length", "event", "All events, one after the other.");
    }

    private static string Field(string name) => "_" + char.ToLowerInvariant(name[0]) + name.Substring(1);
}
