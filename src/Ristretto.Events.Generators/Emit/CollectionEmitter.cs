using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The class with the columns of a collection of objects.</summary>
internal static class CollectionEmitter
{
    public static string Emit(SchemaModel schema, CollectionModel collection)
    {
        var code = new CodeWriter(schema.File, schema.Namespace);
        EmitObjects(code, schema, collection);
        code.Line();
        ViewEmitter.Emit(code, schema, collection);
        code.Line();
        ListEmitter.OfObjects(code, schema, collection);
        return code.ToString();
    }

    private static void EmitObjects(CodeWriter code, SchemaModel schema, CollectionModel collection)
    {
        var name = collection.Objects;
        code.Summary(CodeWriter.Sentence(collection.Text));
        var isDirected = collection.Momentum is not null && !collection.Hides("Directions");
        code.Open($"public sealed partial class {name} : ObjectCollection<{name}>{(isDirected ? ", IDirected" : "")}");
        code.Line($"internal {name}({schema.Batch} batch) : base(batch, \"{collection.Counter}\") => Owner = batch;");
        code.Line();
        code.Line($"private {name}({name} parent, ObjectSelection selection) : base(parent, selection) => Owner = parent.Owner;");
        code.Line();
        code.Line($"private {schema.Batch} Owner {{ get; }}");
        code.Line();
        code.Summary("The objects in one list, one after the other. List i is that of event i, unless the collection is one of selected events.");
        code.Line($"public {collection.List} this[int list] => new(Owner, InList(list));");
        foreach (var column in collection.Columns) ColumnEmitter.OfObjects(code, column);
        EmitMomenta(code, collection);
        ComponentsEmitter.OfObjects(code, collection);
        foreach (var bit in collection.Bits)
        {
            if (collection.Hides(bit.Name)) continue;
            code.Line();
            code.Summary($"Bit {bit.Bit} of <see cref=\"{bit.Column.Name}\"/>. Shape <c>[events][objects]</c>.");
            code.Line($"public JaggedMask {bit.Name} => Bits({bit.Column.Id}, {bit.Bit});");
        }
        ShiftEmitter.OfObjects(code, collection.Columns);
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override {name} Create(ObjectSelection selection) => new(this, selection);");
        code.Close();
    }

    private static void EmitMomenta(CodeWriter code, CollectionModel collection)
    {
        if (collection.Momentum is not { } momentum) return;
        if (!collection.Hides("Directions"))
        {
            code.Line();
            code.Summary("Where the objects point to. Shape <c>[events][objects]</c>.");
            code.Line($"public global::Ristretto.Columns.Combinatorics.Directions<float> Directions => new({momentum.Eta.Name}, {momentum.Phi.Name});");
        }
        if (momentum.Mass is not { } mass || collection.Hides("P4")) return;
        code.Line();
        code.Summary($"Four-momenta in {ComponentsEmitter.UnitOf(momentum.Pt)}, computed in double precision at every call. Shape <c>[events][objects]</c>.");
        code.Line("public global::Ristretto.Columns.Vectors.JaggedLorentzVectors P4 => global::Ristretto.Columns.Vectors.JaggedLorentzVectors.FromPtEtaPhiM(");
        code.Line($"    {momentum.Pt.Name}, {momentum.Eta.Name}, {momentum.Phi.Name}, {mass.Name});");
    }
}
