using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Damage of RNTuples with every checksum made right again: of the anchor, of an envelope, of a page. What is damaged is stored behind the end of
/// the file, and everything that points to it is changed too.</summary>
internal static class NTupleDamage
{
    private const int AnchorFields = 6, HeaderLink = 14, FooterLink = 38;

    /// <summary>One of these, somewhere.</summary>
    internal static bool Any(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.NTuples.Count == 0) return false;
        var ntuple = random.Of(anatomy.NTuples);
        switch (random.Below(8))
        {
            case 0: Anchor(file, random, ntuple); break;
            case 1 or 2: Header(file, random, ntuple); break;
            case 3 or 4: Footer(file, random, ntuple, PayloadDamage.Of(ntuple.Footer.AsSpan(8, ntuple.Footer.Length - 16), random, isBigEndian: false)); break;
            case 5: PageList(file, random, ntuple); break;
            default: Page(file, random, ntuple); break;
        }
        RecordDamage.End(anatomy, file);
        return true;
    }

    private static void Anchor(MutableFile file, SeededRandom random, NTuplePlace ntuple)
    {
        var at = AnchorAt(ntuple);
        var (offset, width) = random.Of<(int, int)>([(0, 4), (4, 2), (6, 2), (8, 2), (14, 8), (22, 8), (30, 8), (38, 8), (46, 8), (54, 8), (62, 8)]);
        file.Write(at + offset, width, OddValues.Next(random, width, file.Read(at + offset, width), file.Length));
        FixAnchor(file, ntuple);
    }

    private static void Header(MutableFile file, SeededRandom random, NTuplePlace ntuple)
    {
        var header = Sealed(PayloadDamage.Of(ntuple.Header.AsSpan(8, ntuple.Header.Length - 16), random, isBigEndian: false), type: 1);
        LinkAnchor(file, random, ntuple, HeaderLink, header);
        // Footer and page lists name the header's checksum.
        var (old, now) = (ntuple.Header.AsSpan(ntuple.Header.Length - 8).ToArray(), header.AsSpan(header.Length - 8).ToArray());
        var footer = ntuple.Footer.AsSpan().ToArray();
        Substitute(footer, old, now);
        foreach (var (link, bytes) in ntuple.PageLists)
        {
            var list = bytes.AsSpan().ToArray();
            Substitute(list, old, now);
            Seal(list);
            Relink(footer, link.Locator.StoredBytes, link.Locator.Offset, list.Length, list.Length, file.Append(list));
        }
        Footer(file, random, ntuple, footer.AsSpan(8, footer.Length - 16));
    }

    private static void Footer(MutableFile file, SeededRandom random, NTuplePlace ntuple, ReadOnlySpan<byte> payload) => LinkAnchor(file, random, ntuple, FooterLink, Sealed(payload, type: 2));

    private static void PageList(MutableFile file, SeededRandom random, NTuplePlace ntuple)
    {
        if (ntuple.PageLists.Count == 0) return;
        var group = random.Below(ntuple.PageLists.Count);
        var bytes = ntuple.PageLists[group].Bytes;
        PageList(file, random, ntuple, group, Sealed(PayloadDamage.Of(bytes.AsSpan(8, bytes.Length - 16), random, isBigEndian: false), type: 3));
    }

    private static void PageList(MutableFile file, SeededRandom random, NTuplePlace ntuple, int group, byte[] list)
    {
        var link = ntuple.PageLists[group].Link;
        var stored = Packing.Pack(list, random);
        var footer = ntuple.Footer.AsSpan().ToArray();
        Relink(footer, link.Locator.StoredBytes, link.Locator.Offset, stored.Length, list.Length, file.Append(stored));
        Footer(file, random, ntuple, footer.AsSpan(8, footer.Length - 16));
    }

    private static void Page(MutableFile file, SeededRandom random, NTuplePlace ntuple)
    {
        if (ntuple.Pages.Count == 0) return;
        var (group, page, originalBytes) = random.Of(ntuple.Pages);
        if (!file.Has(page.Offset, page.FetchedBytes)) return;
        var stored = file.Span.Slice((int)page.Offset, page.StoredBytes).ToArray();
        var original = new byte[originalBytes];
        if (page.StoredBytes == originalBytes)
        {
            stored.CopyTo(original, 0);
        }
        else
        {
            using var context = new DecodeContext();
            if ((BlockDecoder.Check(stored, originalBytes) ?? BlockDecoder.Decode(context, stored, original, originalBytes, out _)) is not null) return;
        }
        var damaged = Packing.Pack(PayloadDamage.Of(original, random, isBigEndian: false, keepsLength: !random.OneIn(8)), random);
        var at = file.Append(damaged);
        Span<byte> checksum = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(checksum, XxHash3.HashToUInt64(damaged));
        file.Append(checksum);
        var list = ntuple.PageLists[group].Bytes.AsSpan().ToArray();
        Relink(list, page.StoredBytes, page.Offset, damaged.Length, length: 0, at);
        Seal(list);
        PageList(file, random, ntuple, group, list);
    }

    private static int AnchorAt(NTuplePlace ntuple) => (int)ntuple.Entry.Key.SeekKey + ntuple.Entry.Key.KeyBytes;

    private static void LinkAnchor(MutableFile file, SeededRandom random, NTuplePlace ntuple, int link, byte[] envelope)
    {
        var stored = Packing.Pack(envelope, random);
        var at = AnchorAt(ntuple) + link;
        file.Write(at, 8, (ulong)file.Append(stored));
        file.Write(at + 8, 8, (ulong)stored.Length);
        file.Write(at + 16, 8, (ulong)envelope.Length);
        FixAnchor(file, ntuple);
    }

    private static void FixAnchor(MutableFile file, NTuplePlace ntuple)
    {
        var at = AnchorAt(ntuple);
        var end = 4 + (int)(file.Read(at, 4) & 0x3FFF_FFFF);
        if (end < AnchorFields || end > 4096 || !file.Has(at, end + 8)) return;
        file.Write(at + end, 8, XxHash3.HashToUInt64(file.Span[(at + AnchorFields)..(at + end)]));
    }

    /// <summary>An envelope around a payload.</summary>
    private static byte[] Sealed(ReadOnlySpan<byte> payload, int type)
    {
        var envelope = new byte[payload.Length + 16];
        BinaryPrimitives.WriteUInt64LittleEndian(envelope, (uint)type | (ulong)(uint)envelope.Length << 16);
        payload.CopyTo(envelope.AsSpan(8));
        Seal(envelope);
        return envelope;
    }

    private static void Seal(byte[] envelope) =>
        BinaryPrimitives.WriteUInt64LittleEndian(envelope.AsSpan(envelope.Length - 8), XxHash3.HashToUInt64(envelope.AsSpan(0, envelope.Length - 8)));

    private static void Substitute(Span<byte> bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        var at = bytes.IndexOf(old);
        if (at >= 0) now.CopyTo(bytes[at..]);
    }

    /// <summary>Changes a locator, and the length before it where there is one.</summary>
    private static void Relink(Span<byte> bytes, long storedBytes, long offset, int stored, int length, int at)
    {
        Span<byte> locator = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(locator, (int)storedBytes);
        BinaryPrimitives.WriteInt64LittleEndian(locator[4..], offset);
        var place = bytes.IndexOf(locator);
        if (place < 8) return;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[place..], stored);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[(place + 4)..], at);
        if (length > 0) BinaryPrimitives.WriteInt64LittleEndian(bytes[(place - 8)..], length);
    }
}
