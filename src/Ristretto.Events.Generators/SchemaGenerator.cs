using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Ristretto.Events.Generators.Emit;
using Ristretto.Events.Generators.Model;
using Ristretto.Events.Generators.Parse;

namespace Ristretto.Events.Generators;

/// <summary>Makes typed events of the schema files (<c>*.schema</c>) that a project lists as AdditionalFiles.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <summary>Name of the step that reads the schema files.</summary>
    internal const string ParseStep = "Schema";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".schema", StringComparison.Ordinal))
            .Select(static (file, cancellation) => SchemaParser.Parse(file.Path, file.GetText(cancellation) ?? SourceText.From(""), cancellation))
            .WithTrackingName(ParseStep);
        context.RegisterSourceOutput(schemas, static (output, parsed) => Emit(output, parsed));
    }

    private static void Emit(SourceProductionContext output, ParsedSchema parsed)
    {
        foreach (var problem in parsed.Problems) output.ReportDiagnostic(problem.ToDiagnostic());
        if (parsed.Schema is not { } schema) return;
        Add(SchemaEmitter.Name(schema), SchemaEmitter.Emit(schema));
        Add(schema.Batch, BatchEmitter.Emit(schema));
        Add(schema.Event, EventEmitter.Emit(schema));
        foreach (var group in schema.Groups) Add(group.Class, GroupEmitter.Emit(schema, group));
        foreach (var collection in schema.Collections) Add(collection.Objects, CollectionEmitter.Emit(schema, collection));

        void Add(string name, string code) => output.AddSource($"{schema.Namespace}.{name}.g.cs", SourceText.From(code, Encoding.UTF8));
    }
}
