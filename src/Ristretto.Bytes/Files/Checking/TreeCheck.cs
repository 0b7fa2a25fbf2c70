using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Checks every basket of a tree, in the order in which they stand in the file.</summary>
internal sealed class TreeCheck(Tree tree, Findings findings)
{
    private readonly record struct Place(long Seek, int Bytes, int Branch, int Basket);

    private readonly List<Place> _places = [];

    /// <summary>Checks the tree.</summary>
    /// <param name="seen">Baskets that other cycles of the tree have too, which are checked once; null when there are no others.</param>
    public CheckedTable Run(HashSet<long>? seen)
    {
        var elsewhere = new List<string>();
        var branches = tree.StoredBranches(elsewhere);
        if (elsewhere.Count > 0) findings.Note($"{tree.Path}: the baskets of {elsewhere.Count} branches are in other files and were not checked: {string.Join(", ", elsewhere.Take(4))}{(elsewhere.Count > 4 ? ", …" : "")}");
        var damage = branches.Select(branch => new ColumnDamage(branch.Name)).ToArray();
        for (var i = 0; i < branches.Count; i++) Collect(branches[i], i, damage[i], seen);
        _places.Sort(static (a, b) => a.Seek.CompareTo(b.Seek));
        CheckAll(branches, damage);
        return new CheckedTable(tree.Path, tree.Key.ClassName, tree.Entries, branches.Count, [.. damage.Select(column => column.ToRecord()).OfType<DamagedColumn>()]);
    }

    private void Collect(Branch branch, int index, ColumnDamage damage, HashSet<long>? seen)
    {
        try
        {
            var seeks = branch.BasketSeeks;
            var bytes = branch.BasketBytes;
            damage.Parts = branch.BasketCount;
            for (var i = 0; i < seeks.Length; i++)
            {
                if (seeks[i] != 0) findings.RecordStarts.Add(seeks[i]);
                if (seeks[i] == 0 || seen is null || seen.Add(seeks[i])) _places.Add(new Place(seeks[i], bytes[i], index, i));
            }
            if (branch.Entries < tree.Entries && branch.BasketCount > 0) findings.Note($"{branch.Where} has {branch.Entries} entries, its tree {tree.Entries}");
        }
        catch (RistrettoException error) when (findings.IsFinding(error))
        {
            findings.Add(error);
            damage.AddAll(branch.Entries);
        }
    }

    private void CheckAll(IReadOnlyList<Branch> branches, ColumnDamage[] damage)
    {
        using var context = new DecodeContext();
        using var window = new CheckWindow(tree.File.Source);
        for (var i = 0; i < _places.Count; i++)
        {
            var place = _places[i];
            if (place.Bytes > 0 && !window.TryGet(place.Seek, place.Bytes, out _)) window.Load(_places.Skip(i).Select(next => new ByteRange(next.Seek, next.Bytes)));
            findings.Baskets++;
            using var reader = new BranchReader(branches[place.Branch], context) { Prefetch = window };
            try
            {
                reader.CheckBasket(place.Basket);
                findings.Advance(tree.Path, place.Bytes, reader.UnprotectedBytes(place.Basket));
            }
            catch (RistrettoException error) when (findings.IsFinding(error))
            {
                var firsts = branches[place.Branch].BasketFirstEntries;
                var entries = new EntryRange(firsts[place.Basket], firsts[place.Basket + 1]);
                findings.Add(error, entries);
                findings.Advance(tree.Path, place.Bytes, 0);
                damage[place.Branch].Add(entries);
            }
        }
    }
}
