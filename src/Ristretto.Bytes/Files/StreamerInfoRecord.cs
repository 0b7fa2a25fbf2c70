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
public sealed record StreamerElementRecord(string Name, string Title, int Type, string TypeName);
