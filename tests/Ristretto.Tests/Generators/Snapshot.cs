using System.Runtime.CompilerServices;

namespace Ristretto.Tests.Generators;

/// <summary>Reviewed texts beside the tests. With RISTRETTO_UPDATE_SNAPSHOTS=1 a run writes them anew, to be looked at and committed.</summary>
internal static class Snapshot
{
    internal static string PathOf(string name, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name);
}
