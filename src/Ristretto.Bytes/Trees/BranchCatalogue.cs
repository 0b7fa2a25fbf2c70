namespace Ristretto.Bytes.Trees;

/// <summary>Decides which terminal branches can be read, names them and joins them with their counters.</summary>
internal static class BranchCatalogue
{
    /// <summary>The readable branches in stored order, and the others with the reason.</summary>
    public static (IReadOnlyList<Branch> Read, IReadOnlyList<UnreadBranch> Unread) Of(Tree tree, TreeRecord record)
    {
        var candidates = new List<Branch>(record.Terminal.Count);
        var unread = new List<UnreadBranch>();
        var byRecord = new Dictionary<BranchRecord, Branch>(record.Terminal.Count);
        var taken = new Dictionary<string, int>(record.Terminal.Count, StringComparer.Ordinal);
        foreach (var terminal in record.Terminal)
        {
            var name = Distinct(terminal.Path, taken);
            if (Refuse(terminal, out var type) is { } reason)
            {
                unread.Add(new UnreadBranch(name, terminal.ClassName, reason));
                continue;
            }
            var branch = new Branch(tree, name, terminal, terminal.Leaves[0], type);
            candidates.Add(branch);
            byRecord.Add(terminal, branch);
        }

        var read = new List<Branch>(candidates.Count);
        foreach (var branch in candidates)
        {
            if (FindCounter(branch, record, byRecord, out var counter) is { } reason) unread.Add(new UnreadBranch(branch.Name, "TBranch", reason));
            else read.Add(branch);
            branch.Counter = counter;
        }
        return (read, unread);
    }

    /// <summary>The path, or for a further branch of the same path the path with a number.</summary>
    public static string Distinct(string path, Dictionary<string, int> taken)
    {
        if (taken.TryAdd(path, 1)) return path;
        return $"{path}#{++taken[path]}";
    }

    private static string? Refuse(BranchRecord branch, out LeafType type)
    {
        type = default;
        if (branch.ClassName != "TBranch") return $"it is a branch of class {branch.ClassName}";
        if (branch.FileName.Length > 0) return $"its baskets are in another file, {branch.FileName}";
        if (branch.Leaves.Count != 1) return branch.Leaves.Count == 0 ? "it has no leaf" : $"it has {branch.Leaves.Count} leaves";
        var leaf = branch.Leaves[0];
        if (LeafTypes.Of(leaf.ClassName, leaf.IsUnsigned) is not { } known) return $"its leaf is of class {leaf.ClassName}";
        type = known;
        if (known == LeafType.String) return null;
        if (leaf.Length < 1 || leaf.Length > int.MaxValue / 8) return $"fLen of its leaf is {leaf.Length}";
        return leaf.ElementBytes == LeafTypes.SizeOf(known) ? null : $"fLenType of its {leaf.ClassName} is {leaf.ElementBytes}";
    }

    private static string? FindCounter(Branch branch, TreeRecord record, Dictionary<BranchRecord, Branch> byRecord, out Branch? counter)
    {
        counter = null;
        if (branch.CounterKey == 0 || branch.LeafType == LeafType.String) return null;
        if (!record.LeavesByKey.TryGetValue(branch.CounterKey, out var leaf) || leaf.Owner is null) return "the leaf that counts its elements is not in the tree";
        if (!byRecord.TryGetValue(leaf.Owner, out counter)) return $"its counter {leaf.Name} cannot be read";
        if (counter.CounterKey == 0 && counter.FixedLength == 1 && LeafTypes.IsInteger(counter.LeafType)) return null;
        counter = null;
        return $"its counter {leaf.Name} is not one integer per entry";
    }
}
