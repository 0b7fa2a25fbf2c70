namespace Ristretto.Bytes.Trees.Writing;

/// <summary>How ROOT writes a basic type: the leaf's class, the letter of leaf lists, bytes.</summary>
/// <param name="Class">The class of the leaf.</param>
/// <param name="Letter">The letter in titles of branches.</param>
/// <param name="Size">Bytes of a value, and of the leaf's minimum and maximum.</param>
/// <param name="IsUnsigned">fIsUnsigned.</param>
internal readonly record struct LeafForm(string Class, char Letter, int Size, bool IsUnsigned = false)
{
    /// <summary>A string.</summary>
    public static LeafForm String => new("TLeafC", 'C', 1);

    /// <summary>The form of a .NET type.</summary>
    /// <exception cref="ArgumentException">A tree has no such leaf.</exception>
    public static LeafForm Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new("TLeafO", 'O', 1),
        TypeCode.SByte => new("TLeafB", 'B', 1),
        TypeCode.Byte => new("TLeafB", 'b', 1, true),
        TypeCode.Int16 => new("TLeafS", 'S', 2),
        TypeCode.UInt16 => new("TLeafS", 's', 2, true),
        TypeCode.Int32 => new("TLeafI", 'I', 4),
        TypeCode.UInt32 => new("TLeafI", 'i', 4, true),
        TypeCode.Int64 => new("TLeafL", 'L', 8),
        TypeCode.UInt64 => new("TLeafL", 'l', 8, true),
        TypeCode.Single => new("TLeafF", 'F', 4),
        TypeCode.Double => new("TLeafD", 'D', 8),
        _ => throw new ArgumentException($"a tree has no leaf for {type.Name}; bool, float, double and the integers of 8 to 64 bits it has"),
    };
}
