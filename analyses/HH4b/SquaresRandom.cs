using System.Numerics;

namespace Ristretto.Analyses.HH4b;

/// <summary>Random numbers that are a function of a purpose (the key) and an event (the counter), whatever else is processed: the
/// counter-based generator "Squares" of B. Widynski.</summary>
public static class SquaresRandom
{
    /// <summary>A 64-bit random number.</summary>
    public static ulong Next(ulong key, ulong counter)
    {
        unchecked
        {
            var y = counter * key;
            var z = y + key;
            var x = Round(y, y);
            x = Round(x, z);
            x = Round(x, y);
            var t = x * x + z;
            x = Swap(t);
            return t ^ ((x * x + y) >> 32);
        }
    }

    /// <summary>A uniform random number in [low, high).</summary>
    public static double Uniform(ulong key, ulong counter, double low, double high) =>
        low + (high - low) * ((Next(key, counter) >> 11) * (1.0 / (1UL << 53)));

    private static ulong Round(ulong x, ulong a) => unchecked(Swap(x * x + a));

    private static ulong Swap(ulong x) => BitOperations.RotateLeft(x, 32);
}
