using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;

namespace Ristretto.Cli.Listings;

/// <summary>What is listed.</summary>
/// <param name="IsLong">Every cycle, with compression, date and place.</param>
/// <param name="IsRecursive">Whether directories are gone into.</param>
/// <param name="Columns">Of a tree only the branches of these names; null for all.</param>
/// <param name="Recover">Whether a file that is not whole is searched.</param>
internal sealed record ListSettings(bool IsLong = false, bool IsRecursive = false, string? Columns = null, bool Recover = false)
{
    /// <summary>Opens a file.</summary>
    internal RootFile Open(string path, Connections connections) => RootFile.Open(path, new RootFileOptions { Recover = Recover }, connections);
}
