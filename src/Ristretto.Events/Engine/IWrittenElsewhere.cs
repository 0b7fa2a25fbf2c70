using System.Reflection;

namespace Ristretto.Events.Engine;

/// <summary>An analysis that only calls code of another assembly, whose branches are the ones that count.</summary>
internal interface IWrittenElsewhere
{
    /// <summary>The assembly with the code.</summary>
    Assembly Code { get; }

    /// <summary>The name under which the assembly lists the branches that the code needs.</summary>
    string Name { get; }

    /// <summary>The object whose code it is; null for none.</summary>
    object? Target { get; }
}
