using System.Globalization;

namespace Ristretto.Cli.Conventions;

/// <summary>Reads sizes such as <c>2GiB</c> and <c>500MB</c>, strictly: a number, and a unit without a space between.</summary>
internal static class ByteSize
{
    private static readonly (string Name, double Bytes)[] s_units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("kB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1),
    ];

    /// <summary>The number of bytes.</summary>
    /// <exception cref="UsageException">It is not such a size; the message names the option.</exception>
    internal static long Parse(string text, string option)
    {
        foreach (var (name, bytes) in s_units)
        {
            if (!text.EndsWith(name, StringComparison.Ordinal)) continue;
            if (double.TryParse(text.AsSpan(0, text.Length - name.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number * bytes is >= 1 and <= 1L << 60)
                return (long)(number * bytes);
            break;
        }
        throw new UsageException($"{option} is \"{text}\"; expected a size such as 2GiB or 500MB (units: {string.Join(", ", s_units.OrderBy(unit => unit.Name.Length > 2).ThenBy(unit => unit.Bytes).Select(unit => unit.Name))})");
    }
}
