namespace Ristretto.Fuzz.Mutations;

/// <summary>Numbers at which programs break.</summary>
internal static class OddValues
{
    private static readonly ulong[] s_edges =
    [
        0, 1, 2, ulong.MaxValue, ulong.MaxValue - 1, 0x7FFF_FFFF, 0x8000_0000, 0x7FFF_FFFE, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x1_0000_0000, 0x7FFF, 0x8000, 0x7F, 0x80,
        0xFF, 0xFFFF, 0xFF_FFFF, 0x4000_0000, 0x4000_0002, 0x3FFF_FFFF, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0x0FFF_FFFF, 0x2000_0000, 0x00FF_FFFF_FFFF_FFFF,
        1000, 1001, 1_000_000_000, 2_000_000_000,
    ];

    /// <summary>Another value for a number of so many bytes, which is <paramref name="old"/>.</summary>
    /// <param name="random">The choice.</param>
    /// <param name="width">Bytes of the number.</param>
    /// <param name="old">What it is.</param>
    /// <param name="fileLength">Length of the file, for numbers that may be positions.</param>
    internal static ulong Next(SeededRandom random, int width, ulong old, int fileLength)
    {
        var mask = width == 8 ? ulong.MaxValue : (1UL << 8 * width) - 1;
        for (var i = 0; i < 4; i++)
        {
            var value = Choose(random, width, old, fileLength) & mask;
            if (value != old) return value;
        }
        return old ^ 1;
    }

    private static ulong Choose(SeededRandom random, int width, ulong old, int fileLength) => random.Below(14) switch
    {
        0 or 1 or 2 => random.Of(s_edges),
        3 => old + 1,
        4 => old - 1,
        5 => old + (ulong)random.Below(64) - 32,
        6 => old << 1,
        7 => old >> 1,
        8 => ~old,
        9 => old ^ 1UL << random.Below(8 * width),
        10 => (ulong)random.Below(41),
        11 => (ulong)(fileLength - random.Below(64)),
        12 => (ulong)random.Below(fileLength),
        _ => random.Bits(),
    };
}
