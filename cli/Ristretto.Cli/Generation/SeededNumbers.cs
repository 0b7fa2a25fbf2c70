namespace Ristretto.Cli.Generation;

/// <summary>Random numbers that follow from a seed, the same on every machine: a counter whose bits are mixed.</summary>
/// <remarks>The mixing is that of SplitMix64. Numbers of equal pairs of seed and stream are equal, those of others have nothing in common.</remarks>
internal sealed class SeededNumbers(ulong seed, ulong stream)
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = Mixed(Mixed(seed) + (stream + 1) * Step);

    /// <summary>Between 0 and 1, neither of them.</summary>
    internal double Uniform() => ((Mixed(_state += Step) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Between two numbers.</summary>
    internal double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Yes with a probability.</summary>
    internal bool Chance(double probability) => Uniform() < probability;

    /// <summary>-1 or 1.</summary>
    internal int Sign() => Chance(0.5) ? 1 : -1;

    /// <summary>Above 0, falling exponentially.</summary>
    internal double Exponential(double mean) => -mean * Math.Log(Uniform());

    /// <summary>From a normal distribution around 0.</summary>
    internal double Normal(double width) => width * Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>From a normal distribution around 0, cut off at both sides.</summary>
    internal double Normal(double width, double most)
    {
        while (true)
            if (Normal(width) is var value && Math.Abs(value) < most) return value;
    }

    /// <summary>A number from 0, by how often each occurs among a million; beyond the last each is as much rarer than the one before as the ratio says.</summary>
    internal int Count(ReadOnlySpan<int> frequencies, double ratio)
    {
        var left = 1e6 * Uniform();
        for (var i = 0; i < frequencies.Length; i++)
            if ((left -= frequencies[i]) < 0) return i;
        var count = frequencies.Length;
        while (Chance(ratio) && count < Most) count++;
        return count;
    }

    private const int Most = 60;

    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }
}
