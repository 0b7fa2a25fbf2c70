using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>The indices of trees on their way into one, which finds the entries of all of them: there only if each tree has one, of the same two numbers.</summary>
internal sealed class MergedIndex
{
    private const int LargestCount = (1 << 30) / 24 / 2;             // half of what a byte count of 30 bits can hold: branches and attached objects need room too

    private readonly List<(long Major, long Minor, long Entry)> _rows = [];
    private TreeIndex? _first;
    private string _firstFile = "";
    private string? _loss;
    private int _files;

    /// <summary>Adds that of a further tree.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="index">Its index; null when it has none.</param>
    /// <param name="firstEntry">Its first entry in the merged tree.</param>
    public void Add(string file, TreeIndex? index, long firstEntry)
    {
        if (_files++ == 0) (_first, _firstFile) = (index, file);
        if (_loss is not null || (_first is null && index is null)) return;
        if (_first is null) Lose($"{file} has one ({NamesOf(index!)}), {_firstFile} none");
        else if (index is null) Lose($"{_firstFile} has one ({NamesOf(_first)}), {file} none");
        else if (NamesOf(index) != NamesOf(_first)) Lose($"that of {_firstFile} is by {NamesOf(_first)}, that of {file} by {NamesOf(index)}");
        else if (_rows.Count + index.Entries.Length > LargestCount) Lose($"it would have more than {LargestCount} entries");
        else for (var i = 0; i < index.Entries.Length; i++) _rows.Add((index.Major[i], index.Minor[i], firstEntry + index.Entries[i]));
    }

    /// <summary>Whether what the first tree's record has is no longer right.</summary>
    public bool IsChanged => _files > 1 && _first is not null;

    /// <summary>Whether the merged tree has an index.</summary>
    public bool IsKept => _first is not null && _loss is null;

    /// <summary>What is lost, or what came of it; nothing when no tree has an index.</summary>
    public IEnumerable<string> Describe() =>
        _loss is not null ? [_loss]
        : _first is null ? []
        : [$"index by {NamesOf(_first)}"];

    /// <summary>fTreeIndex as a tree's record has it: a TTreeIndex of class version 2, or nothing.</summary>
    public byte[] Encode()
    {
        var writer = new ObjectWriter();
        if (!IsKept)
        {
            writer.NullPointer();
            return writer.Bytes.ToArray();
        }
        // As TTreeIndex::Append sorts; of entries with the same numbers the earlier one comes first.
        var rows = _rows.OrderBy(row => row.Major).ThenBy(row => row.Minor).ToList();
        var pointer = writer.BeginPointer("TTreeIndex");
        var start = writer.Begin(2);
        var outer = writer.Begin(1);                                 // TVirtualIndex
        writer.Named("", "", bits: 0);
        writer.End(outer);
        writer.String(_first!.MajorName);
        writer.String(_first!.MinorName);
        writer.Int64(rows.Count);                                    // fN
        foreach (var row in rows) writer.Int64(row.Major);           // fIndexValues
        foreach (var row in rows) writer.Int64(row.Minor);           // fIndexValuesMinor
        foreach (var row in rows) writer.Int64(row.Entry);           // fIndex
        writer.End(start);
        writer.End(pointer);
        return writer.Bytes.ToArray();
    }

    private static string NamesOf(TreeIndex index) => $"{index.MajorName}, {index.MinorName}";

    private void Lose(string reason)
    {
        _loss = $"without index, since {reason}; build it anew over the merged tree";
        _rows.Clear();
        _rows.TrimExcess();
    }
}
