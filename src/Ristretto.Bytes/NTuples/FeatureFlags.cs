using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples;

/// <summary>The feature flags of header and footer. None is defined up to format 1.0, so each one that is set is something that a reader must understand.</summary>
internal static class FeatureFlags
{
    /// <summary>Passes the flags; another word follows as long as the top bit is set.</summary>
    /// <exception cref="Errors.RootFormatException">A flag is set.</exception>
    public static void Decode(ref LittleEndianReader reader)
    {
        for (var word = 0; ; word++)
        {
            var flags = reader.ReadInt64();
            var set = flags & long.MaxValue;
            if (set != 0) reader.Fail($"the RNTuple uses format feature {(64 * word) + System.Numerics.BitOperations.TrailingZeroCount(set)}, which is not supported; a newer version may read it");
            if (flags >= 0) return;
        }
    }
}
