namespace Ristretto.Fuzz;

/// <summary>Numbers that follow from a seed alone, on every machine and with every version of .NET: SplitMix64.</summary>
/// <param name="seed">The seed.</param>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Any 64 bits.</summary>
    internal ulong Bits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>A number from 0 up to, not including, <paramref name="end"/>.</summary>
    internal int Below(int end) => (int)(Bits() % (ulong)Math.Max(1, end));

    /// <summary>A number from <paramref name="first"/> up to and including <paramref name="last"/>.</summary>
    internal int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>A number from 0 up to 1.</summary>
    internal double Fraction() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether one of <paramref name="many"/> equal chances came.</summary>
    internal bool OneIn(int many) => Below(many) == 0;

    /// <summary>One of some things.</summary>
    internal T Of<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    /// <summary>A length that is small more often than not, up to <paramref name="most"/>.</summary>
    internal int Length(int most) => most <= 1 ? most : 1 + Below(1 << Below(1 + (int)Math.Log2(most)));
}
