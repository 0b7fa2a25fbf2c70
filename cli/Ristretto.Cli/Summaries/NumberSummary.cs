using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Cli.Summaries;

/// <summary>Sum, smallest, largest and the number of NaN and infinities of a column's values.</summary>
internal sealed class NumberSummary
{
    /// <summary>Sum of the finite values.</summary>
    internal double Sum { get; private set; }

    /// <summary>Smallest finite value; above <see cref="Max"/> when there is none.</summary>
    internal double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest finite value.</summary>
    internal double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Number of NaN and infinities.</summary>
    internal long NonFinite { get; private set; }

    /// <summary>Whether there was a finite value.</summary>
    internal bool HasFinite => Min <= Max;

    /// <summary>Adds values stored as <typeparamref name="T"/>.</summary>
    internal void Add<T>(ReadOnlySpan<byte> bytes) where T : unmanaged, INumber<T>
    {
        var (sum, min, max) = (Sum, Min, Max);
        foreach (var stored in MemoryMarshal.Cast<byte, T>(bytes))
        {
            var value = double.CreateTruncating(stored);
            if (!double.IsFinite(value))
            {
                NonFinite++;
                continue;
            }
            sum += value;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        (Sum, Min, Max) = (sum, min, max);
    }
}
