namespace Ristretto.Bytes.Objects;

/// <summary>What stands where an object pointer is stored: nothing, a reference to an object that came before, or the object itself.</summary>
/// <param name="ClassName">Class of the object that follows; null for nothing and for a reference.</param>
/// <param name="Key">For an object the key under which later references find it; for a reference that of its object; 0 for nothing.</param>
/// <param name="End">Position behind the object that follows; -1 when no byte count is stored.</param>
internal readonly record struct ObjectPointer(string? ClassName, int Key, int End)
{
    /// <summary>Whether the object itself follows.</summary>
    public bool IsObject => ClassName is not null;

    /// <summary>Whether it points to an object that came before.</summary>
    public bool IsReference => ClassName is null && Key != 0;
}
