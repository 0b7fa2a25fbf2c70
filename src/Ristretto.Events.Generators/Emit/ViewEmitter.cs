using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The view of one object.</summary>
internal static class ViewEmitter
{
    public static void Emit(CodeWriter code, SchemaModel schema, CollectionModel collection)
    {
        var (view, objects) = (collection.Name, collection.Objects);
        code.Summary($"One object of <see cref=\"{objects}\"/>.");
        code.Open($"public readonly ref struct {view}");
        code.Line($"private readonly {schema.Batch} _batch;");
        code.Line("private readonly int _position;");
        code.Line("private readonly int _event;");
        code.Line();
        code.Line($"internal {view}({schema.Batch} batch, int position, int index) => (_batch, _position, _event) = (batch, position, index);");
        foreach (var column in collection.Columns) ColumnEmitter.OfOne(code, column, "_batch", "_position");
        EmitBehaviour(code, collection, schema.IndexOf(collection.Name));
        ComponentsEmitter.OfOne(code, collection);
        foreach (var bit in collection.Bits)
        {
            if (collection.Hides(bit.Name)) continue;
            ColumnEmitter.Begin(code, $"Bit {bit.Bit} of <see cref=\"{bit.Column.Name}\"/>.", bit.Column.Branch);
            code.Line($"public bool {bit.Name} => ({Value(bit.Column)} & {1 << bit.Bit}) != 0;");
        }
        foreach (var link in collection.Links)
            if (!collection.Hides(link.Name)) EmitLink(code, schema, link);
        code.Close();
    }

    private static void EmitBehaviour(CodeWriter code, CollectionModel collection, int id)
    {
        if (!collection.Hides("Exists"))
        {
            code.Line();
            code.Summary("Whether there is such an object: a link can lead nowhere.");
            code.Line("public bool Exists => _position >= 0;");
        }
        if (!collection.Hides("Index"))
        {
            code.Line();
            code.Summary("Place in the event's whole list, counted from 0, however the objects were selected; -1 when there is no such object.");
            code.Line($"public int Index => _batch.LocalPosition({id}, _position, _event);");
        }
        if (collection.Momentum is not { } momentum) return;
        if (!collection.Hides("Direction"))
        {
            ColumnEmitter.Begin(code, "Where the object points to: <c>jet.Direction.DeltaR(muon.Direction)</c>.", momentum.Eta.Branch, momentum.Phi.Branch);
            code.Line($"public global::Ristretto.Columns.Vectors.Direction Direction => new({Value(momentum.Eta)}, {Value(momentum.Phi)});");
        }
        if (collection.Hides("P4")) return;
        ColumnEmitter.Begin(code, $"Four-momentum in {ComponentsEmitter.UnitOf(momentum.Pt)}, computed in double precision.",
            [.. new[] { momentum.Pt, momentum.Eta, momentum.Phi, momentum.Mass }.OfType<ColumnModel>().Select(part => part.Branch)]);
        var mass = momentum.Mass is { } column ? Value(column) : "0";
        code.Line("public global::Ristretto.Columns.Vectors.LorentzVector P4 => global::Ristretto.Columns.Vectors.LorentzVector.FromPtEtaPhiM(");
        code.Line($"    {Value(momentum.Pt)}, {Value(momentum.Eta)}, {Value(momentum.Phi)}, {mass});");
    }

    private static void EmitLink(CodeWriter code, SchemaModel schema, LinkModel link)
    {
        ColumnEmitter.Begin(code, $"The {link.Target} that <see cref=\"{link.Column.Name}\"/> names, in the event's whole list; ask <c>Exists</c> whether there is one.",
            link.Column.Branch, schema.Collections.First(target => target.Name == link.Target).Counter);
        code.Line($"public global::{schema.Namespace}.{link.Target} {link.Name} => new(_batch, _batch.Linked({schema.IndexOf(link.Target)}, {Value(link.Column)}, _event), _event);");
    }

    private static string Value(ColumnModel column) => ColumnEmitter.Value(column, "_batch", "_position");
}
