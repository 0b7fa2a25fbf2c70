using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees;

/// <summary>TTreeIndex: finds the entry with two given numbers, such as run and event. Immutable, safe for several threads.</summary>
public sealed class TreeIndex
{
    private readonly long[] _major, _minor, _entries;

    internal TreeIndex(string majorName, string minorName, long[] major, long[] minor, long[] entries) =>
        (MajorName, MinorName, _major, _minor, _entries) = (majorName, minorName, major, minor, entries);

    /// <summary>fMajorName: the branch or formula of the first number.</summary>
    public string MajorName { get; }

    /// <summary>fMinorName: the branch or formula of the second number; <c>0</c> when there is none.</summary>
    public string MinorName { get; }

    /// <summary>fIndexValues: the first numbers in ascending order.</summary>
    public ReadOnlySpan<long> Major => _major;

    /// <summary>fIndexValuesMinor: the second numbers, ascending where the first are equal.</summary>
    public ReadOnlySpan<long> Minor => _minor;

    /// <summary>fIndex: the entries that have them.</summary>
    public ReadOnlySpan<long> Entries => _entries;

    /// <summary>The entry with two numbers; -1 when there is none. Of several the first.</summary>
    public long Find(long major, long minor = 0)
    {
        var (low, high) = (0, _entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_major[middle] < major || (_major[middle] == major && _minor[middle] < minor)) low = middle + 1;
            else high = middle;
        }
        return low < _entries.Length && _major[low] == major && _minor[low] == minor ? _entries[low] : -1;
    }

    internal static TreeIndex Of(Tree tree, ObjectRecord record)
    {
        var (major, minor, entries) = (record.GetArray<long>("fIndexValues"), record.GetArray<long>("fIndexValuesMinor"), record.GetArray<long>("fIndex"));
        if (minor.Length == 0)
        {
            // Version 1 keeps both numbers in one: the second in the lower 31 bits.
            minor = [.. major.Select(value => value & 0x7FFF_FFFF)];
            major = [.. major.Select(value => value >> 31)];
        }
        foreach (var entry in entries)
            if (entry < 0 || entry >= tree.Entries) throw new Errors.RootFormatException(tree.File.Path, $"{tree.Path}, index", null, $"fIndex holds entry {entry}, the tree has {tree.Entries}");
        return new TreeIndex(record.Get<string>("fMajorName"), record.Get<string>("fMinorName"), major, minor, entries);
    }
}
