using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Emit;

/// <summary>The four-momentum of objects that are stored with the components of their momentum.</summary>
internal static class ComponentsEmitter
{
    private const string Vectors = "global::Ristretto.Columns.Vectors";

    /// <summary>In which unit a four-vector is.</summary>
    public static string UnitOf(ColumnModel momentum) => momentum.Unit is { } unit ? CodeWriter.Escape(unit) : $"the unit of <see cref=\"{momentum.Name}\"/>";

    /// <summary>Of all objects.</summary>
    public static void OfObjects(CodeWriter code, CollectionModel collection)
    {
        if (collection.Components is not { } parts || collection.Hides("P4")) return;
        code.Line();
        code.Summary($"Four-momenta in {UnitOf(parts.Px)}, converted to double precision at every call. Shape <c>[events][objects]</c>.");
        code.Line($"public {Vectors}.JaggedLorentzVectors P4 => {Vectors}.JaggedLorentzVectors.{Method(parts)}(");
        code.Line($"    {string.Join(", ", Of(parts).Select(part => part.Type.Keyword == "double" ? part.Name : $"{part.Name}.To<double>()"))});");
    }

    /// <summary>Of one object.</summary>
    public static void OfOne(CodeWriter code, CollectionModel collection)
    {
        if (collection.Components is not { } parts || collection.Hides("P4")) return;
        ColumnEmitter.Begin(code, $"Four-momentum in {UnitOf(parts.Px)}.", [.. Of(parts).Select(part => part.Branch)]);
        code.Line($"public {Vectors}.LorentzVector P4 => {(parts.IsEnergy ? $"new {Vectors}.LorentzVector" : $"{Vectors}.LorentzVector.FromPxPyPzM")}(");
        code.Line($"    {string.Join(", ", Of(parts).Select(part => ColumnEmitter.Value(part, "_batch", "_position")))});");
    }

    private static string Method(ComponentsModel parts) => parts.IsEnergy ? "FromPxPyPzE" : "FromPxPyPzM";

    private static ColumnModel[] Of(ComponentsModel parts) => [parts.Px, parts.Py, parts.Pz, parts.Last];
}
