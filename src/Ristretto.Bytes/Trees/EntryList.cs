using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees;

/// <summary>TEntryList and TEventList: selected entries of a tree, in ascending order.</summary>
/// <param name="Name">fName.</param>
/// <param name="TreeName">fTreeName: the tree; empty for a TEventList.</param>
/// <param name="FileName">fFileName: the tree's file as stored; empty for a TEventList.</param>
/// <param name="Entries">The entries.</param>
public sealed record EntryList(string Name, string TreeName, string FileName, IReadOnlyList<long> Entries)
{
    private const int WordBits = 16, BlockWords = 4000, BlockEntries = WordBits * BlockWords;

    /// <summary>Takes the entries from an object that was read; a TEntryList over several trees gives one list for each.</summary>
    /// <exception cref="ArgumentException">It is neither a TEntryList nor a TEventList.</exception>
    /// <exception cref="RootFormatException">Its blocks make no sense.</exception>
    public static IReadOnlyList<EntryList> Of(ObjectRecord record)
    {
        if (record.ClassName == "TEventList") return [new EntryList(record.Name ?? "", "", "", record.GetArray<long>("fList"))];
        if (record.ClassName != "TEntryList") throw new ArgumentException($"a {record.ClassName} is no list of entries", nameof(record));
        if (record.GetObject("fLists") is { Items.Count: > 0 } lists) return [.. lists.Items.OfType<ObjectRecord>().SelectMany(Of)];
        var entries = new List<long>();
        var blocks = record.GetObject("fBlocks")?.Items ?? [];
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i] is { } block) AddBlock(entries, block, (long)i * BlockEntries);
        if (record.Get<long>("fN") is var count && count != entries.Count)
            throw new RootFormatException(record.Name ?? record.ClassName, null, null, $"fN is {count}, its blocks hold {entries.Count} entries");
        return [new EntryList(record.Name ?? "", record.Get<string>("fTreeName"), record.Get<string>("fFileName"), entries)];
    }

    // A block covers 64 000 entries: as bits, or as a list of those that passed, or of those that did not.
    private static void AddBlock(List<long> entries, ObjectRecord block, long first)
    {
        var words = block.GetArray<ushort>("fIndices");
        if (block.Get<int>("fType") == 0)
        {
            for (var i = 0; i < Math.Min(words.Length, BlockWords); i++)
                for (var bit = 0; bit < WordBits; bit++)
                    if ((words[i] & (1 << bit)) != 0) entries.Add(first + (i * WordBits) + bit);
            return;
        }
        var listed = words.AsSpan(0, Math.Clamp(block.Get<int>("fNPassed"), 0, words.Length));
        if (block.Get<bool>("fPassing"))
        {
            foreach (var word in listed) entries.Add(first + word);
            return;
        }
        var failed = new HashSet<ushort>(listed.ToArray());
        for (var i = 0; i < BlockEntries; i++)
            if (!failed.Contains((ushort)i)) entries.Add(first + i);
    }
}
