namespace Ristretto.Bytes.Files;

/// <summary>TStreamerInfo: how one version of a class is laid out in this file.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Version">fClassVersion.</param>
/// <param name="Checksum">fCheckSum, which identifies the layout.</param>
/// <param name="Elements">Base classes and members in stored order.</param>
public sealed record StreamerInfoRecord(string ClassName, int Version, uint Checksum, IReadOnlyList<StreamerElementRecord> Elements);

/// <summary>TStreamerElement: a base class or a member.</summary>
/// <param name="Name">Name of the member or of the base class.</param>
/// <param name="Title">Its comment; may start with a counter in brackets, a range, or an arrow.</param>
/// <param name="Type">fType, ROOT's code of the type.</param>
/// <param name="TypeName">fTypeName, the type in C++.</param>
public sealed record StreamerElementRecord(string Name, string Title, int Type, string TypeName)
{
    /// <summary>Class of the element: <c>TStreamerBase</c>, <c>TStreamerBasicType</c>, ….</summary>
    public string ElementClass { get; init; } = "";

    /// <summary>fArrayLength and fMaxIndex: fixed dimensions, outermost first; empty for a single value.</summary>
    public IReadOnlyList<int> Dimensions { get; init; } = [];

    /// <summary>fCountName: the member that holds the length of a counted array; otherwise empty.</summary>
    public string CounterName { get; init; } = "";

    /// <summary>fBaseVersion: class version of a base class; 0 for other elements.</summary>
    public int BaseVersion { get; init; }
}
