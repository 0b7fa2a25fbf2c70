using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;

namespace Ristretto.Benchmarks;

/// <summary>Decompresses the baskets of branches of 4-byte numbers, which are in memory already, verifies their checksums, swaps the bytes of their values, each
/// basket once, and does nothing else: what no reader can beat.</summary>
internal sealed class BasketLoop
{
    private readonly List<(byte[] Stored, int Values, int Object)> _baskets = [];
    private byte[] _basket = [];
    private byte[] _values = [];

    internal BasketLoop(IEnumerable<Branch> branches)
    {
        foreach (var branch in branches)
            for (var i = 0; i < branch.BasketCount; i++)
            {
                var key = new byte[branch.BasketBytes[i]];
                branch.Tree.File.Source.Read(branch.BasketSeeks[i], key);
                // TKey: fNbytes, fVersion, fObjlen, fDatime, fKeylen; fLast, where the values end counted from the key's start, stands at the end of the key.
                var (objectBytes, keyBytes) = (ReadInt(key, 6), (key[14] << 8) | key[15]);
                _baskets.Add((key[keyBytes..], ReadInt(key, keyBytes - 5) - keyBytes, objectBytes));
            }
    }

    /// <summary>Decodes everything once and returns the number of bytes.</summary>
    internal long Run(DecodeContext context)
    {
        var bytes = 0L;
        foreach (var (stored, values, size) in _baskets)
        {
            if (_basket.Length < size) (_basket, _values) = (new byte[size], new byte[size]);
            if (stored.Length == size) stored.CopyTo(_basket, 0);
            else if (BlockDecoder.Decode(context, stored, _basket.AsSpan(0, size), values, out _) is { } error) throw new InvalidDataException(error.Reason);
            var words = MemoryMarshal.Cast<byte, uint>(_basket.AsSpan(0, values));
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(words, MemoryMarshal.Cast<byte, uint>(_values.AsSpan(0, values)));
            bytes += values;
        }
        return bytes;
    }

    private static int ReadInt(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
