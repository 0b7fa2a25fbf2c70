namespace Ristretto.Bytes.Codecs;

/// <summary>Inflates with the runtime's own streams, for machines without libdeflate.</summary>
internal static class ManagedInflate
{
    /// <summary>Fills <paramref name="destination"/> exactly and checks that nothing more comes; null, or what was wrong.</summary>
    public static unsafe string? Decode(ReadOnlySpan<byte> source, Span<byte> destination, Func<Stream, Stream> open, string name)
    {
        fixed (byte* first = source)
        {
            using var bytes = new UnmanagedMemoryStream(first, source.Length);
            using var stream = open(bytes);
            try
            {
                var count = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
                if (count < destination.Length) return $"the {name} stream gives {count} bytes, its block promises {destination.Length}";
                return stream.ReadByte() < 0 ? null : $"the {name} stream gives more than the {destination.Length} bytes that its block promises";
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                return $"the {name} stream is corrupt: {e.Message}";
            }
        }
    }
}
