namespace Ristretto.Bytes.Codecs;

/// <summary>LZ4 blocks without a native library. Source: the LZ4 block format description (tokens of literals and matches).</summary>
internal static class ManagedLz4
{
    private const string Truncated = "the LZ4 block is corrupt: it ends inside a sequence";

    /// <summary>Decodes at least <paramref name="wanted"/> bytes; all of them when it is the length of the destination. Null, or what was wrong.</summary>
    public static string? Decode(ReadOnlySpan<byte> source, Span<byte> destination, int wanted)
    {
        var (read, written) = (0, 0);
        while (read < source.Length)
        {
            int token = source[read++];
            if (!TryLength(source, ref read, token >> 4, out var literals) || literals > source.Length - read) return Truncated;
            if (literals > destination.Length - written) return TooLong(destination.Length);
            source.Slice(read, literals).CopyTo(destination[written..]);
            (read, written) = (read + literals, written + literals);
            if (read == source.Length) break;                       // the last sequence has literals only
            if (written >= wanted && wanted < destination.Length) return null;

            if (source.Length - read < 2) return Truncated;
            var distance = source[read] | source[read + 1] << 8;
            read += 2;
            if (distance == 0 || distance > written) return $"the LZ4 block is corrupt: a match reaches {distance} bytes back where {written} are";
            if (!TryLength(source, ref read, token & 15, out var match)) return Truncated;
            match += 4;
            if (match > destination.Length - written) return TooLong(destination.Length);
            CopyMatch(destination, written, distance, match);
            written += match;
        }
        return written >= wanted ? null : $"the LZ4 block gives {written} bytes, it promises {destination.Length}";
    }

    private static string TooLong(int promised) => $"the LZ4 block is corrupt: it gives more than the {promised} bytes that it promises";

    private static bool TryLength(ReadOnlySpan<byte> source, ref int read, int nibble, out int length)
    {
        length = nibble;
        if (nibble < 15) return true;
        while (read < source.Length && length < 1 << 25)
        {
            int more = source[read++];
            length += more;
            if (more != 255) return true;
        }
        return false;
    }

    private static void CopyMatch(Span<byte> bytes, int at, int distance, int length)
    {
        // A match may overlap its own output: copied in steps that never reach beyond what is written.
        while (length > 0)
        {
            var step = Math.Min(distance, length);
            bytes.Slice(at - distance, step).CopyTo(bytes[at..]);
            (at, length, distance) = (at + step, length - step, distance + step);
        }
    }
}
