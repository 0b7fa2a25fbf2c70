namespace Ristretto.Bytes.Trees;

/// <content>All that has baskets.</content>
public sealed partial class Tree
{
    /// <summary>The branches with baskets in this file, those too whose values cannot be interpreted, and the branches that count the objects of collections.</summary>
    /// <param name="elsewhere">Receives the names of those whose baskets are in another file.</param>
    internal IReadOnlyList<Branch> StoredBranches(List<string> elsewhere)
    {
        var plain = Branches.ToDictionary(branch => branch.Record);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var stored = new List<Branch>(_record.Terminal.Count);
        foreach (var record in _record.Terminal)
        {
            var name = BranchCatalogue.Distinct(record.Path, taken);
            if (record.FileName.Length > 0) elsewhere.Add(name);
            else stored.Add(plain.TryGetValue(record, out var branch) ? branch : Branch.Raw(this, name, record));
        }
        var terminal = _record.Terminal.ToHashSet();
        foreach (var record in _record.BranchesByKey.Values)
        {
            if (terminal.Contains(record) || record is not { Element.Type: 3 or 4, WriteBasket: > 0 } and not { Element.Type: 3 or 4, Embedded: not null }) continue;
            stored.Add(Branch.Raw(this, BranchCatalogue.Distinct(record.Path, taken), record, LeafType.Int32));
        }
        return stored;
    }
}
