using System.Globalization;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Conversions;

/// <summary>How far a table has been read.</summary>
/// <param name="Path">The table.</param>
/// <param name="Done">Entries that were read.</param>
/// <param name="All">Entries that are wanted.</param>
internal readonly record struct TableProgress(string Path, long Done, long All)
{
    /// <summary>Where reading reports to.</summary>
    internal static Action<TableProgress> To(TextWriter errors) => ProgressLines.To<TableProgress>(errors, progress => progress.ToString());

    /// <summary>For example <c>Events: 81920 of 1000000 entries (8 %)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}: {Done} of {All} entries ({100 * Done / Math.Max(1, All)} %)");
}
