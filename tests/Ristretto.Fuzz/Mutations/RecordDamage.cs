using System.Buffers.Binary;
using Ristretto.Bytes.Files;
using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Damage inside records: taken out, decompressed, damaged, and stored again behind the end of the file, where keys and lists then point to.</summary>
internal static class RecordDamage
{
    private const int LargestPayload = 4 << 20;

    /// <summary>An object, a tree's description, a directory.</summary>
    internal static bool Object(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Entries.Count == 0) return false;
        var entry = random.Of(anatomy.Entries);
        if (anatomy.Payload(entry.Key) is not { Length: < LargestPayload } payload) return false;
        var damaged = random.OneIn(200) ? payload : PayloadDamage.Of(payload, random, isBigEndian: true);
        Replace(anatomy, file, entry, damaged.Length, Packing.Pack(damaged, random));
        return true;
    }

    /// <summary>The streamer infos.</summary>
    internal static bool Infos(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Infos is not { } infos || anatomy.Payload(infos.Key) is not { } payload) return false;
        var damaged = PayloadDamage.Of(payload, random, isBigEndian: true);
        ReplaceInfos(anatomy, file, infos, damaged.Length, Packing.Pack(damaged, random));
        return true;
    }

    /// <summary>A basket in the file, the tree's description adjusted.</summary>
    internal static bool Basket(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        var baskets = anatomy.Records.Where(static record => record.Key.ClassName == "TBasket").ToArray();
        if (baskets.Length == 0) return false;
        var basket = random.Of(baskets);
        if (anatomy.Payload(basket.Key) is not { } payload) return false;
        var damaged = PayloadDamage.Of(payload, random, isBigEndian: true, keepsLength: random.OneIn(2));
        var stored = Packing.Pack(damaged, random);
        var at = Append(file, anatomy.Bytes.AsSpan(basket.At, basket.Key.KeyBytes), basket.Key.IsBig, damaged.Length, stored);
        if (random.OneIn(3)) BasketHead(file, random, at, basket.Key);
        return Relink(anatomy, file, basket, at, basket.Key.KeyBytes + stored.Length);
    }

    /// <summary>The head of a basket, which follows its key: versions, sizes, number of entries, position of the last byte.</summary>
    internal static bool BasketHead(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        var baskets = anatomy.Records.Where(static record => record.Key.ClassName == "TBasket").ToArray();
        if (baskets.Length == 0) return false;
        var basket = random.Of(baskets);
        BasketHead(file, random, basket.At, basket.Key);
        return true;
    }

    /// <summary>An object that is a bomb: the lengths agree, and there is nothing in it.</summary>
    internal static bool Bomb(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Entries.Count == 0) return false;
        var blocks = random.Between(1, 120);
        var stored = Packing.Bomb(blocks);
        var length = blocks * 0xFF_FFFF;
        if (anatomy.Infos is { } infos && random.OneIn(3)) ReplaceInfos(anatomy, file, infos, length, stored);
        else Replace(anatomy, file, random.Of(anatomy.Entries), length, stored);
        return true;
    }

    /// <summary>Stores another payload for an object.</summary>
    internal static void Replace(FileAnatomy anatomy, MutableFile file, EntryPlace entry, int objectLength, ReadOnlySpan<byte> stored)
    {
        var key = entry.Key;
        if (!file.Has(key.SeekKey, key.KeyBytes)) return;
        var at = Append(file, anatomy.Bytes.AsSpan((int)key.SeekKey, key.KeyBytes), key.IsBig, objectLength, stored);
        file.Write(entry.At, 4, (ulong)(key.KeyBytes + stored.Length));
        file.Write(entry.At + 6, 4, (ulong)objectLength);
        file.Write(entry.At + 18, key.IsBig ? 8 : 4, (ulong)at);
        End(anatomy, file);
    }

    /// <summary>The header's end of file, after something was put behind it.</summary>
    internal static void End(FileAnatomy anatomy, MutableFile file)
    {
        if (anatomy.Header is { } header) file.Write(12, header.IsBig ? 8 : 4, (ulong)file.Length);
    }

    private static void ReplaceInfos(FileAnatomy anatomy, MutableFile file, RecordPlace infos, int objectLength, ReadOnlySpan<byte> stored)
    {
        var isBig = anatomy.Header!.IsBig;
        var at = Append(file, anatomy.Bytes.AsSpan(infos.At, infos.Key.KeyBytes), infos.Key.IsBig, objectLength, stored);
        file.Write(isBig ? 45 : 37, isBig ? 8 : 4, (ulong)at);
        file.Write(isBig ? 53 : 41, 4, (ulong)(infos.Key.KeyBytes + stored.Length));
        End(anatomy, file);
    }

    private static void BasketHead(MutableFile file, SeededRandom random, int at, KeyRecord key)
    {
        const int length = 19;          // version 2, fBufferSize 4, fNevBufSize 4, fNevBuf 4, fLast 4, flag 1
        var start = at + key.KeyBytes - length;
        var (offset, width) = random.Of<(int, int)>([(0, 2), (2, 4), (6, 4), (10, 4), (14, 4), (18, 1)]);
        file.Write(start + offset, width, OddValues.Next(random, width, file.Read(start + offset, width), file.Length));
    }

    private static int Append(MutableFile file, ReadOnlySpan<byte> key, bool isBig, int objectLength, ReadOnlySpan<byte> stored)
    {
        var at = file.Append(key);
        file.Append(stored);
        file.Write(at, 4, (ulong)(key.Length + stored.Length));
        file.Write(at + 6, 4, (ulong)objectLength);
        file.Write(at + 18, isBig ? 8 : 4, (ulong)at);
        return at;
    }

    /// <summary>Has the tree that knows a basket point to another place: where its fBasketSeek holds the position, and fBasketBytes before it the length.</summary>
    private static bool Relink(FileAnatomy anatomy, MutableFile file, RecordPlace basket, int at, int bytes)
    {
        Span<byte> position = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(position, basket.At);
        foreach (var entry in anatomy.Entries)
        {
            if (!RootFile.IsTree(entry.Key) || anatomy.Payload(entry.Key) is not { Length: < LargestPayload } tree) continue;
            var seek = tree.AsSpan().IndexOf(position);
            if (seek < 0) continue;
            var copy = tree.AsSpan().ToArray();
            BinaryPrimitives.WriteInt64BigEndian(copy.AsSpan(seek), at);
            // n numbers of 4 bytes, a flag, n first entries of 8 bytes, a flag, and the seeks up to this one: a distance of 2 and a multiple of 4.
            for (var length = seek - 14; length >= 0; length -= 4)
            {
                if (BinaryPrimitives.ReadInt32BigEndian(copy.AsSpan(length)) != basket.Key.TotalBytes) continue;
                BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(length), bytes);
                break;
            }
            Replace(anatomy, file, entry, copy.Length, copy);
            return true;
        }
        return false;
    }
}
