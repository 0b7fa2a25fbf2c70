using System.Numerics;

namespace Ristretto.Events.Corrections.Nodes;

/// <summary>The generator PCG32 with one stream: 64 bits of state, 32 bits of output (XSH RR).</summary>
internal struct Pcg32
{
    private const ulong Multiplier = 6364136223846793005;
    private const ulong Increment = 1442695040888963407;

    private ulong _state;

    internal Pcg32(ulong seed) => _state = unchecked((seed + Increment) * Multiplier + Increment);

    internal uint Next()
    {
        var state = _state;
        _state = unchecked(state * Multiplier + Increment);
        return BitOperations.RotateRight((uint)(((state >> 18) ^ state) >> 27), (int)(state >> 59));
    }
}
