using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Comparisons;

/// <summary>One value among the bytes of a block.</summary>
internal static class ColumnValue
{
    /// <summary>Whether two types are both numbers or answers, or both strings.</summary>
    internal static bool Compare(LeafType left, LeafType right) => (left == LeafType.String) == (right == LeafType.String);

    /// <summary>Whether values of a type are whole numbers or answers.</summary>
    internal static bool IsWhole(LeafType type) => type is not (LeafType.Float or LeafType.Double or LeafType.String);

    /// <summary>A number as a double.</summary>
    internal static double Real(ReadOnlySpan<byte> values, int index, LeafType type) => type switch
    {
        LeafType.Float => MemoryMarshal.Cast<byte, float>(values)[index],
        LeafType.Double => MemoryMarshal.Cast<byte, double>(values)[index],
        _ => (double)Whole(values, index, type),
    };

    /// <summary>A whole number, whatever its sign and size.</summary>
    internal static Int128 Whole(ReadOnlySpan<byte> values, int index, LeafType type) => type switch
    {
        LeafType.Bool or LeafType.UInt8 => values[index],
        LeafType.Int8 => (sbyte)values[index],
        LeafType.Int16 => MemoryMarshal.Cast<byte, short>(values)[index],
        LeafType.UInt16 => MemoryMarshal.Cast<byte, ushort>(values)[index],
        LeafType.Int32 => MemoryMarshal.Cast<byte, int>(values)[index],
        LeafType.UInt32 => MemoryMarshal.Cast<byte, uint>(values)[index],
        LeafType.UInt64 => MemoryMarshal.Cast<byte, ulong>(values)[index],
        _ => MemoryMarshal.Cast<byte, long>(values)[index],
    };

    /// <summary>The values of an entry for people; of lists the beginning, from a value on.</summary>
    internal static string Text(ReadOnlySpan<byte> values, int from, int to, LeafType type, bool isList)
    {
        const int most = 4, mostCharacters = 40;
        if (type == LeafType.String)
        {
            var text = Encoding.UTF8.GetString(values[from..Math.Min(to, from + mostCharacters)]);
            return $"\"{text}{(to - from > mostCharacters ? "…" : "")}\"";
        }
        var shown = new List<string>();
        for (var i = from; i < Math.Min(to, from + most); i++) shown.Add(Text(values, i, type));
        if (!isList && to - from == 1) return shown[0];
        return $"[{string.Join(", ", shown)}{(to - from > most ? $", … {to - from} values" : "")}]";
    }

    private static string Text(ReadOnlySpan<byte> values, int index, LeafType type) => type switch
    {
        LeafType.Bool => values[index] != 0 ? "true" : "false",
        LeafType.Float => MemoryMarshal.Cast<byte, float>(values)[index].ToString("R", CultureInfo.InvariantCulture),
        LeafType.Double => MemoryMarshal.Cast<byte, double>(values)[index].ToString("R", CultureInfo.InvariantCulture),
        _ => Whole(values, index, type).ToString(CultureInfo.InvariantCulture),
    };
}
