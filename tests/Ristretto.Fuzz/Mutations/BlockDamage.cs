using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Damage of compressed blocks: of the nine bytes before them, and of what the codec reads.</summary>
internal static class BlockDamage
{
    private static readonly string[] s_tags = ["ZL", "XZ", "L4", "ZS", "CS", "XX"];

    /// <summary>Codec, method or one of the lengths.</summary>
    internal static bool Head(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Blocks.Count == 0) return false;
        var at = random.Of(anatomy.Blocks);
        if (!file.Has(at, BlockHeader.Size)) return false;
        switch (random.Below(4))
        {
            case 0: System.Text.Encoding.ASCII.GetBytes(random.Of(s_tags)).CopyTo(file.Span[at..]); break;
            case 1: file.Span[at + 2] = (byte)OddValues.Next(random, 1, file.Span[at + 2], file.Length); break;
            default:
                var length = file.Span.Slice(at + random.Of([3, 6]), 3);
                length.Reverse();
                var value = (ulong)(length[0] << 16 | length[1] << 8 | length[2]);
                var other = OddValues.Next(random, 3, value, file.Length);
                for (var i = 0; i < 3; i++) length[i] = (byte)(other >> 8 * i);
                break;
        }
        return true;
    }

    /// <summary>What the codec reads; of LZ4 the checksum is made right again.</summary>
    internal static bool Content(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Blocks.Count == 0) return false;
        var at = random.Of(anatomy.Blocks);
        if (!file.Has(at, BlockHeader.Size)) return false;
        var header = BlockHeader.Read(file.Span[at..]);
        const int checksum = 8;
        if (header.StoredBytes <= checksum || !file.Has(at + BlockHeader.Size, header.StoredBytes)) return false;
        var block = file.Span.Slice(at + BlockHeader.Size, header.StoredBytes);
        for (var i = random.Length(6); i > 0; i--)
        {
            var place = random.OneIn(2) ? random.Below(Math.Min(block.Length, 32)) : random.Below(block.Length);
            block[place] = random.OneIn(2) ? (byte)(block[place] ^ 1 << random.Below(8)) : (byte)random.Bits();
        }
        if (header.Tag == BlockHeader.Lz4) BinaryPrimitives.WriteUInt64BigEndian(block, XxHash64.HashToUInt64(block[checksum..]));
        return true;
    }
}
