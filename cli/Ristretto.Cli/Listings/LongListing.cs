using System.Globalization;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Listings;

/// <summary>Every key with every cycle: class, size, compression, when and where it was written.</summary>
internal static class LongListing
{
    /// <summary>Prints the keys of a directory and of all below it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="directory">Path of the directory; null for the whole file.</param>
    /// <param name="output">Receives the table.</param>
    internal static void Print(RootFile file, string? directory, TextWriter output)
    {
        TextTable table = new(("object", Alignment.Left), ("class", Alignment.Left), ("stored", Alignment.Right), ("unpacked", Alignment.Right), ("ratio", Alignment.Right),
            ("written", Alignment.Left), ("at byte", Alignment.Right), ("title", Alignment.Left));
        foreach (var (path, key) in file.AllKeys())
        {
            if (directory is not null && !path.StartsWith($"{directory}/", StringComparison.Ordinal)) continue;
            table.Add($"{path};{key.Cycle.ToString(CultureInfo.InvariantCulture)}", key.ClassName, Quantity.Bytes(key.TotalBytes), Quantity.Bytes(key.ObjectBytes + (double)key.KeyBytes),
                Quantity.Fixed((key.ObjectBytes + (double)key.KeyBytes) / Math.Max(1, key.TotalBytes), 2), Time(key.Datime), Quantity.Count(key.SeekKey), key.Title);
        }
        table.Write(output);
    }

    // Year since 1995, month, day, hour, minute, second in 6, 4, 5, 5, 6, 6 bits.
    private static string Time(uint datime) =>
        $"{1995 + (datime >> 26):0000}-{(datime >> 22) & 15:00}-{(datime >> 17) & 31:00} {(datime >> 12) & 31:00}:{(datime >> 6) & 63:00}:{datime & 63:00}";
}
