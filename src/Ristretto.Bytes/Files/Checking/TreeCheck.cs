using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Checks every basket of a tree, in the order in which they stand in the file, then the values of branches that hold objects.</summary>
internal sealed class TreeCheck(Tree tree, Findings findings, CheckCrew crew)
{
    private readonly record struct Place(long Seek, int Bytes, int Branch, int Basket);

    private readonly List<Place> _places = [];

    /// <summary>Checks the tree.</summary>
    /// <param name="seen">Baskets that other cycles of the tree have too, which are checked once; null when there are no others.</param>
    /// <param name="hasClasses">Whether the file describes its classes, so that objects can be decoded.</param>
    public CheckedTable Run(HashSet<long>? seen, bool hasClasses)
    {
        var elsewhere = new List<string>();
        var branches = tree.StoredBranches(elsewhere);
        if (elsewhere.Count > 0) findings.Note($"{tree.Path}: the baskets of {elsewhere.Count} branches are in other files and were not checked: {string.Join(", ", elsewhere.Take(4))}{(elsewhere.Count > 4 ? ", …" : "")}");
        var damage = branches.Select(branch => new ColumnDamage(branch.Name)).ToArray();
        for (var i = 0; i < branches.Count; i++) Collect(branches[i], i, damage[i], seen);
        _places.Sort(static (a, b) => a.Seek.CompareTo(b.Seek));
        var whole = damage.Select(_ => new List<int>()).ToArray();
        CheckAll(branches, damage, whole);
        if (hasClasses) new FieldCheck(tree, findings, crew).Run(branches, whole, damage);
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

    private void CheckAll(IReadOnlyList<Branch> branches, ColumnDamage[] damage, List<int>[] whole)
    {
        using var window = new CheckWindow(tree.File.Source);
        for (var start = 0; start < _places.Count;)
        {
            // As many baskets as fit into the window; one that does not is fetched by itself.
            var first = start;
            window.Load(_places.Skip(first).Where(place => place.Bytes > 0).Select(place => new ByteRange(place.Seek, place.Bytes)));
            var end = first;
            while (end < _places.Count && (_places[end].Bytes <= 0 || window.TryGet(_places[end].Seek, _places[end].Bytes, out _))) end++;
            end = Math.Max(end, first + 1);
            crew.Run(end - first, (i, room) => Check(branches, _places[first + i], window, room), (i, unprotected, error) => Take(_places[first + i], unprotected, error, branches, damage, whole));
            start = end;
        }
    }

    private static long Check(IReadOnlyList<Branch> branches, Place place, CheckWindow window, CheckRoom room)
    {
        using var reader = new BranchReader(branches[place.Branch], room.Context) { Prefetch = window };
        reader.CheckBasket(place.Basket);
        return reader.UnprotectedBytes(place.Basket);
    }

    private void Take(Place place, long unprotected, RistrettoException? error, IReadOnlyList<Branch> branches, ColumnDamage[] damage, List<int>[] whole)
    {
        findings.Baskets++;
        if (error is null)
        {
            findings.Advance(tree.Path, place.Bytes, unprotected);
            whole[place.Branch].Add(place.Basket);
            return;
        }
        var firsts = branches[place.Branch].BasketFirstEntries;
        var entries = new EntryRange(firsts[place.Basket], firsts[place.Basket + 1]);
        findings.Add(error, entries);
        findings.Advance(tree.Path, place.Bytes, 0);
        damage[place.Branch].Add(entries);
    }
}
