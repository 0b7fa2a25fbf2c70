namespace Ristretto.Events.Generators.Model;

/// <summary>Type of the values of a column, as the schema spells it.</summary>
/// <param name="Keyword">The C# keyword, which is also the spelling in the schema.</param>
/// <param name="Element">The member of ElementType.</param>
internal sealed record ValueType(string Keyword, string Element)
{
    public static readonly IReadOnlyList<ValueType> Known =
    [
        new("bool", "Bool"), new("byte", "UInt8"), new("int", "Int32"), new("uint", "UInt32"),
        new("long", "Int64"), new("ulong", "UInt64"), new("float", "Single"), new("double", "Double"),
    ];

    public bool IsBool => Keyword == "bool";

    public static ValueType? Find(string keyword) => Known.FirstOrDefault(type => type.Keyword == keyword);
}
