using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Generators;

/// <summary>The reviewed texts that the generator's output is compared with.</summary>
internal static class Snapshot
{
    /// <summary>The path of a reviewed text in the clone.</summary>
    internal static string PathOf(string name) => Repository.PathOf("tests", "Ristretto.Tests", "Generators", "Snapshots", name);
}
