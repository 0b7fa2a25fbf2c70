namespace Ristretto.Cli.Generation;

/// <summary>Keeps as many bits of a number as its measurement is worth, as NanoAOD does; the others are 0 and compress well.</summary>
internal static class Rounding
{
    /// <summary>The nearest number with 10 bits behind the leading one.</summary>
    internal static float Short(double value) => Rounded(value, 23 - 10);

    /// <summary>The nearest number with 12 bits behind the leading one.</summary>
    internal static float Long(double value) => Rounded(value, 23 - 12);

    private static float Rounded(double value, int dropped)
    {
        var bits = BitConverter.SingleToInt32Bits((float)value);
        return BitConverter.Int32BitsToSingle((bits + (1 << (dropped - 1))) & -(1 << dropped));
    }
}
