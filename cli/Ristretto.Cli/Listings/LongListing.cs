using System.Globalization;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Listings;

/// <summary>Every object with every cycle: class, entries, size, compression, when and where it was written. The size of a tree or RNTuple includes its data;
/// older cycles of a tree share those.</summary>
internal static class LongListing
{
    /// <summary>Prints the objects.</summary>
    internal static void Print(ListedObjects objects, TextWriter output)
    {
        TextTable table = new(("object", Alignment.Left), ("class", Alignment.Left), ("entries", Alignment.Right), ("stored", Alignment.Right), ("unpacked", Alignment.Right), ("ratio", Alignment.Right),
            ("compression", Alignment.Left), ("written", Alignment.Left), ("at byte", Alignment.Right), ("title", Alignment.Left));
        var keys = objects.Keys().ToList();
        var newest = keys.GroupBy(entry => entry.Path).ToDictionary(cycles => cycles.Key, cycles => cycles.Max(entry => entry.Key.Cycle));
        foreach (var (path, key) in keys)
        {
            var entry = key.Cycle == newest[path] ? ObjectEntry.Of(objects.File, path, key) : new ObjectEntry(path, key, null, null);
            var (stored, unpacked) = (entry.StoredBytes, entry.UnpackedBytes + key.KeyBytes);
            table.Add($"{path};{key.Cycle.ToString(CultureInfo.InvariantCulture)}", key.ClassName, entry.Entries is { } entries ? Quantity.Count(entries) : "", Quantity.Bytes(stored),
                Quantity.Bytes(unpacked), Ratio(unpacked, stored), entry.CompressionName(objects.File), Time(key.Datime), Quantity.Count(key.SeekKey), entry.Title);
        }
        table.Write(output);
        if (keys.Count == 0) output.WriteLine("no objects");
    }

    /// <summary>How many times more bytes come out than are stored.</summary>
    internal static string Ratio(double unpacked, double stored) => Quantity.Fixed(unpacked / Math.Max(1, stored), 2);

    /// <summary>A date of ROOT as text: year since 1995, month, day, hour, minute, second in 6, 4, 5, 5, 6, 6 bits.</summary>
    internal static string Time(uint datime) =>
        $"{1995 + (datime >> 26):0000}-{(datime >> 22) & 15:00}-{(datime >> 17) & 31:00} {(datime >> 12) & 31:00}:{(datime >> 6) & 63:00}:{datime & 63:00}";
}
