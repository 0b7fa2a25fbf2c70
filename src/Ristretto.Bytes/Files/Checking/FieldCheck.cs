using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Decodes the values of the branches that hold objects, containers and members, of baskets that were found whole.</summary>
internal sealed class FieldCheck(Tree tree, Findings findings, CheckCrew crew)
{
    private const int BlockEntries = 1 << 14;

    /// <summary>Decodes them.</summary>
    /// <param name="branches">All branches with baskets.</param>
    /// <param name="whole">For each branch the baskets that were found whole.</param>
    /// <param name="damage">For each branch, receives what cannot be decoded.</param>
    public void Run(IReadOnlyList<Branch> branches, List<int>[] whole, ColumnDamage[] damage)
    {
        var index = new Dictionary<string, int>(branches.Count, StringComparer.Ordinal);
        for (var i = 0; i < branches.Count; i++) index.TryAdd(branches[i].Name, i);
        var fields = Fields().Where(field => field.Branch is null && index.TryGetValue(field.Name, out var branch) && whole[branch].Count > 0).ToArray();
        foreach (var baskets in whole) baskets.Sort();
        crew.Run(fields.Length, (i, room) => Check(fields[i], branches[index[fields[i].Name]], whole[index[fields[i].Name]], room), (i, errors, failure) =>
        {
            var branch = index[fields[i].Name];
            if (failure is not null) Add(failure, new EntryRange(0, branches[branch].Entries), damage[branch]);
            foreach (var (entries, error) in errors ?? []) Add(error, entries, damage[branch]);
            findings.Advance(tree.Path, 0, 0);
        });
    }

    private IReadOnlyList<TreeField> Fields()
    {
        try
        {
            return tree.Fields;
        }
        catch (RistrettoException error) when (findings.IsFinding(error))
        {
            findings.AddOnce(error, null);
            return [];
        }
    }

    private void Add(RistrettoException error, EntryRange entries, ColumnDamage damage)
    {
        // A basket of a branch that counts was named when it was checked itself.
        findings.AddOnce(error, entries);
        damage.Add(entries);
    }

    private List<(EntryRange Entries, RistrettoException Error)> Check(TreeField field, Branch branch, List<int> baskets, CheckRoom room)
    {
        var errors = new List<(EntryRange, RistrettoException)>();
        var firsts = branch.BasketFirstEntries;
        using var reader = field.Open(room.Context);
        foreach (var basket in baskets)
        {
            var entries = new EntryRange(firsts[basket], firsts[basket + 1]);
            try
            {
                for (var first = entries.First; first < entries.End; first += BlockEntries)
                {
                    findings.Cancellation.ThrowIfCancellationRequested();
                    reader.Read(first, (int)Math.Min(BlockEntries, entries.End - first));
                }
            }
            catch (RistrettoException error) when (findings.IsFinding(error))
            {
                errors.Add((entries, error));
            }
        }
        return errors;
    }
}
