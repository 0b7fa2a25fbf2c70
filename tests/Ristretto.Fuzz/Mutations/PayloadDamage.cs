using System.Buffers.Binary;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Damage of a decompressed record, which looks for what such records consist of: byte counts and versions, references, counts, names.</summary>
internal static class PayloadDamage
{
    private const int Search = 4096;

    /// <summary>A damaged copy.</summary>
    /// <param name="payload">The record.</param>
    /// <param name="random">The choices.</param>
    /// <param name="isBigEndian">Whether its numbers have the most significant byte first.</param>
    /// <param name="keepsLength">Whether the copy must be as long.</param>
    internal static byte[] Of(ReadOnlySpan<byte> payload, SeededRandom random, bool isBigEndian, bool keepsLength = false)
    {
        var copy = new MutableFile(payload);
        for (var i = random.Length(4); i > 0 && copy.Length > 0; i--) Damage(copy, random, isBigEndian, keepsLength);
        return copy.Memory.ToArray();
    }

    private static void Damage(MutableFile copy, SeededRandom random, bool isBigEndian, bool keepsLength)
    {
        switch (random.Below(keepsLength ? 10 : 14))
        {
            case 0 or 1: Word(copy, random, static word => (word & 0xC000_0000) == 0x4000_0000 && (word & 0x3FFF_FFFF) < 0x0100_0000, after: random.OneIn(3) ? 4 : 0); break;
            case 2: Word(copy, random, static word => word is >= 0x8000_0000 and < 0x8100_0000 or 0xFFFF_FFFF, after: 0); break;
            case 3 or 4: Count(copy, random, isBigEndian); break;
            case 5: PlainDamage.Number(copy, random); break;
            case 6: PlainDamage.FlipBits(copy, random); break;
            case 7: SwapNames(copy, random); break;
            case 8: PlainDamage.Swap(copy, random); break;
            case 9: PlainDamage.Scribble(copy, random); break;
            case 10: PlainDamage.Remove(copy, random); break;
            case 11: PlainDamage.Repeat(copy, random); break;
            case 12: PlainDamage.Truncate(copy, random); break;
            default: Text(copy, random, isBigEndian); break;
        }
    }

    /// <summary>Changes the next word of a kind, or the version behind it.</summary>
    private static void Word(MutableFile copy, SeededRandom random, Func<uint, bool> isWanted, int after)
    {
        if (copy.Length < 8) return;
        var start = random.Below(copy.Length - 7);
        for (var at = start; at < Math.Min(copy.Length - 7, start + Search); at++)
        {
            if (!isWanted(BinaryPrimitives.ReadUInt32BigEndian(copy.Span[at..]))) continue;
            var width = after > 0 ? 2 : 4;
            copy.Write(at + after, width, OddValues.Next(random, width, copy.Read(at + after, width), copy.Length));
            return;
        }
    }

    /// <summary>Changes the next small number, which may well be a count.</summary>
    private static void Count(MutableFile copy, SeededRandom random, bool isBigEndian)
    {
        if (copy.Length < 4) return;
        var start = random.Below(copy.Length - 3);
        for (var at = start; at < Math.Min(copy.Length - 3, start + Search); at++)
        {
            var word = isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(copy.Span[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(copy.Span[at..]);
            if (word is 0 or > 0xFFFF) continue;
            var value = (uint)OddValues.Next(random, 4, word, copy.Length);
            if (isBigEndian) BinaryPrimitives.WriteUInt32BigEndian(copy.Span[at..], value);
            else BinaryPrimitives.WriteUInt32LittleEndian(copy.Span[at..], value);
            return;
        }
    }

    /// <summary>Exchanges two names of the same length.</summary>
    private static void SwapNames(MutableFile copy, SeededRandom random)
    {
        var first = FindName(copy.Span, random.Below(copy.Length), 0);
        if (first.Length == 0) return;
        for (var tries = 0; tries < 16; tries++)
        {
            var second = FindName(copy.Span, random.Below(copy.Length), first.Length);
            if (second.Length != first.Length || second.At == first.At) continue;
            var held = copy.Span.Slice(first.At, first.Length).ToArray();
            copy.Span.Slice(second.At, first.Length).CopyTo(copy.Span[first.At..]);
            if (random.OneIn(2)) held.CopyTo(copy.Span[second.At..]);
            return;
        }
    }

    /// <summary>Changes a letter, or the length in front of a name.</summary>
    private static void Text(MutableFile copy, SeededRandom random, bool isBigEndian)
    {
        var (at, length) = FindName(copy.Span, random.Below(copy.Length), 0);
        if (length == 0) return;
        if (random.OneIn(2)) copy.Span[at + random.Below(length)] = (byte)random.Of(" <>,*:[]/;0123456789AZaz_\0"u8.ToArray());
        else if (at > 0) copy.Write(isBigEndian ? at - 1 : at - 4, 1, random.OneIn(3) ? 255 : OddValues.Next(random, 1, (ulong)length, copy.Length));
    }

    private static (int At, int Length) FindName(ReadOnlySpan<byte> bytes, int start, int wanted)
    {
        const int shortest = 3;
        var run = 0;
        for (var at = start; at <= bytes.Length && at < start + Search; at++)
        {
            if (at < bytes.Length && bytes[at] is >= 0x20 and < 0x7F)
            {
                run++;
                continue;
            }
            if (run >= shortest && at - run > start && (wanted == 0 || run == wanted)) return (at - run, run);
            run = 0;
        }
        return default;
    }
}
