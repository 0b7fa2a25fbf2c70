using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Stores a payload as it is or compressed, so that what is damaged inside passes the codec's checksum.</summary>
internal static class Packing
{
    private static readonly Compression[] s_codecs = [Compression.Zlib(1), Compression.Lz4(1), Compression.Zstd(1), Compression.Lzma(1)];

    private static readonly Lazy<byte[]> s_bomb = new(static () => Pack(new byte[0xFF_FFFF], Compression.Zstd(1)));

    /// <summary>The bytes to store. Those of LZMA are rare, since it is slow.</summary>
    internal static byte[] Pack(byte[] payload, SeededRandom random)
    {
        var choice = random.Below(40);
        if (choice < 24) return payload;
        return Pack(payload, s_codecs[choice < 30 ? 0 : choice < 35 ? 1 : choice < 39 ? 2 : 3]);
    }

    /// <summary>The bytes compressed; as they are where that makes them no shorter.</summary>
    internal static byte[] Pack(byte[] payload, Compression compression)
    {
        using var context = new EncodeContext();
        var packed = new byte[payload.Length];
        var length = BlockEncoder.Encode(context, compression, payload, packed);
        return length == 0 ? payload : packed[..length];
    }

    /// <summary>Blocks of nothing that promise much: a few bytes of zstd for 16 MiB each.</summary>
    internal static byte[] Bomb(int blocks)
    {
        var bomb = new byte[s_bomb.Value.Length * blocks];
        for (var i = 0; i < blocks; i++) s_bomb.Value.CopyTo(bomb, i * s_bomb.Value.Length);
        return bomb;
    }
}
