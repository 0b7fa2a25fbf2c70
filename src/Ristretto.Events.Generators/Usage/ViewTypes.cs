using Microsoft.CodeAnalysis;

namespace Ristretto.Events.Generators.Usage;

/// <summary>Recognises the generated types that look at single events and objects, by their form.</summary>
internal static class ViewTypes
{
    private const string Attribute = "ReadsBranchesAttribute";
    private const string Space = "Ristretto.Events.Batches";

    /// <summary>The branches that a property reads; none for a property that reads nothing.</summary>
    public static IReadOnlyList<string> Branches(IPropertySymbol property)
    {
        foreach (var attribute in property.OriginalDefinition.GetAttributes())
            if (attribute.AttributeClass is { Name: Attribute } type && type.ContainingNamespace.ToDisplayString() == Space && attribute.ConstructorArguments.Length == 1)
                return [.. attribute.ConstructorArguments[0].Values.Select(value => value.Value).OfType<string>()];
        return [];
    }

    /// <summary>The view of an event, of an object, or of a group of an event's columns: a borrowed structure that reads branches.</summary>
    public static bool IsView(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsRefLikeType: true } && Properties(type).Any(property => Branches(property).Count > 0);

    /// <summary>The view of an object, which may be missing.</summary>
    public static bool IsObject(ITypeSymbol? type) => IsView(type) && Properties(type!).Any(property => property.Name == "Exists");

    /// <summary>A list of views: the objects of an event, or some events.</summary>
    public static bool IsList(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsRefLikeType: true } && Properties(type).Any(property => property.IsIndexer && IsView(property.Type));

    /// <summary>What goes through such a list.</summary>
    public static bool IsEnumerator(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsRefLikeType: true } && Properties(type).Any(property => property.Name == "Current" && IsView(property.Type));

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>();
}
