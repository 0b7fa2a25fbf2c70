using Ristretto.Bytes.Files;
using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Damage of what says where things are: the file's header, keys, directories and their lists of keys.</summary>
internal static class KeyDamage
{
    private static readonly (int At, int Width)[] s_fields = [(0, 4), (4, 2), (6, 4), (10, 4), (14, 2), (16, 2), (18, 4), (22, 4), (26, 1)];
    private static readonly (int At, int Width)[] s_bigFields = [(0, 4), (4, 2), (6, 4), (10, 4), (14, 2), (16, 2), (18, 8), (26, 8), (34, 1)];
    private static readonly (int At, int Width)[] s_header = [(4, 4), (8, 4), (12, 4), (16, 4), (20, 4), (24, 4), (28, 4), (32, 1), (33, 4), (37, 4), (41, 4), (45, 2)];
    private static readonly (int At, int Width)[] s_bigHeader = [(4, 4), (8, 4), (12, 8), (20, 8), (28, 4), (32, 4), (36, 4), (40, 1), (41, 4), (45, 8), (53, 4), (57, 2)];
    private static readonly (int At, int Width)[] s_directory = [(0, 2), (10, 4), (14, 4), (18, 4), (22, 4), (26, 4)];

    /// <summary>A field of the file's header.</summary>
    internal static bool Header(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Header is not { } header) return false;
        Change(file, random, 0, random.Of(header.IsBig ? s_bigHeader : s_header), header.Begin);
        return true;
    }

    /// <summary>A field of a key, before its record or in a list.</summary>
    internal static bool Key(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Records.Count == 0) return false;
        var isListed = anatomy.Entries.Count > 0 && random.OneIn(2);
        var (at, key) = isListed ? random.Of(anatomy.Entries) is var entry ? (entry.At, entry.Key) : default : random.Of(anatomy.Records) is var record ? (record.At, record.Key) : default;
        var field = random.Of(key.IsBig ? s_bigFields : s_fields);
        if (random.OneIn(3))
        {
            // The neighbour's value.
            var other = anatomy.Entries.Count > 0 ? random.Of(anatomy.Entries).At : random.Of(anatomy.Records).At;
            file.Write(at + field.At, field.Width, file.Read(other + field.At, field.Width));
        }
        else
        {
            Change(file, random, at, field, key.KeyBytes);
        }
        if (random.OneIn(4)) Text(file, random, at, key);
        return true;
    }

    /// <summary>The number of keys, or two entries exchanged, or one repeated in the place of another.</summary>
    internal static bool List(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.KeyLists.Count == 0) return false;
        if (anatomy.Entries.Count < 2 || random.OneIn(3))
        {
            Change(file, random, random.Of(anatomy.KeyLists), (0, 4), anatomy.Entries.Count);
            return true;
        }
        var (first, second) = (random.Of(anatomy.Entries), random.Of(anatomy.Entries));
        if (first.Key.IsBig != second.Key.IsBig) return false;
        foreach (var (at, width) in (ReadOnlySpan<(int, int)>)[(0, 4), (6, 4), (14, 2), (18, first.Key.IsBig ? 8 : 4)])
        {
            var held = file.Read(first.At + at, width);
            file.Write(first.At + at, width, file.Read(second.At + at, width));
            if (random.OneIn(2)) file.Write(second.At + at, width, held);
        }
        return true;
    }

    /// <summary>The record of a directory.</summary>
    internal static bool Directory(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Header is not { } header) return false;
        var folders = anatomy.Entries.Where(static entry => RootDirectory.IsDirectory(entry.Key)).ToArray();
        var at = folders.Length == 0 || random.OneIn(2) ? header.Begin + header.NameBytes : random.Of(folders) is var folder ? (int)folder.Key.SeekKey + folder.Key.KeyBytes : 0;
        if (folders.Length > 0 && random.OneIn(3))
        {
            // A directory that lists another one's keys, perhaps those of one above it.
            var other = random.Of(anatomy.KeyLists);
            file.Write(at + 26, 4, (ulong)(other - random.Of(anatomy.Entries).Key.KeyBytes));
            return true;
        }
        Change(file, random, at, random.Of(s_directory), header.Begin);
        return true;
    }

    /// <summary>Gives an object another class: that of another object, the lengths as they should be.</summary>
    internal static bool Class(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        if (anatomy.Entries.Count == 0) return false;
        var entry = random.Of(anatomy.Entries);
        var at = entry.At + (entry.Key.IsBig ? 34 : 26);
        var names = anatomy.Entries.Select(static other => other.Key.ClassName).Concat(["TTree", "TH1F", "TH2D", "TGraph", "TProfile", "TList", "TObjString", "ROOT::RNTuple", "TDirectory", "TMap", "TNtuple"])
            .Where(name => name.Length == entry.Key.ClassName.Length && name != entry.Key.ClassName).Distinct().ToArray();
        if (names.Length == 0 || !file.Has(at, entry.Key.ClassName.Length + 1)) return false;
        System.Text.Encoding.Latin1.GetBytes(random.Of(names)).CopyTo(file.Span[(at + 1)..]);
        return true;
    }

    private static void Text(MutableFile file, SeededRandom random, int at, KeyRecord key)
    {
        var start = at + (key.IsBig ? 34 : 26);
        var length = key.KeyBytes - (start - at);
        if (length > 0 && file.Has(start, length)) file.Span[start + random.Below(length)] = (byte)random.Bits();
    }

    private static void Change(MutableFile file, SeededRandom random, int at, (int At, int Width) field, int near) =>
        file.Write(at + field.At, field.Width, OddValues.Next(random, field.Width, file.Read(at + field.At, field.Width), random.OneIn(4) ? near : file.Length));
}
