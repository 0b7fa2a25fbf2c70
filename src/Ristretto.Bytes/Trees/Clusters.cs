namespace Ristretto.Bytes.Trees;

/// <summary>Finds the boundaries of a tree's clusters: entries at which every branch was flushed.</summary>
internal static class Clusters
{
    private const int MostBoundaries = 1 << 20;   // a damaged fAutoFlush of 1 must not fill the memory

    /// <summary>From the tree's cluster ranges, else from fAutoFlush, else from the baskets of the used branches.</summary>
    public static IReadOnlyList<long> Boundaries(TreeRecord tree, IReadOnlyList<Branch> used)
    {
        List<long> boundaries = [0];
        if (tree.ClusterRangeEnds.Length > 0) AddRanges(boundaries, tree);
        else if (tree.AutoFlush > 0) AddSteps(boundaries, tree.Entries, tree.AutoFlush);
        else AddCommon(boundaries, tree.Entries, used);
        if (boundaries[^1] < tree.Entries) boundaries.Add(tree.Entries);
        return boundaries;
    }

    private static void AddRanges(List<long> boundaries, TreeRecord tree)
    {
        for (var i = 0; i < tree.ClusterRangeEnds.Length; i++)
        {
            var end = Math.Min(tree.ClusterRangeEnds[i], tree.Entries - 1) + 1;
            AddSteps(boundaries, end, tree.ClusterSizes[i]);
            if (end > boundaries[^1]) boundaries.Add(end);
        }
        AddSteps(boundaries, tree.Entries, tree.AutoFlush);
    }

    /// <summary>Boundaries every <paramref name="step"/> entries behind the last one, up to but without <paramref name="end"/>.</summary>
    private static void AddSteps(List<long> boundaries, long end, long step)
    {
        var start = boundaries[^1];
        if (step <= 0 || end <= start) return;
        var room = Math.Max(1, MostBoundaries - boundaries.Count);
        var count = (end - start - 1) / step;
        if (count > room) step *= (count / room) + 1;
        for (var at = start; step < end - at;) boundaries.Add(at += step);
    }

    private static void AddCommon(List<long> boundaries, long entries, IReadOnlyList<Branch> used)
    {
        HashSet<long>? common = null;
        Branch? heaviest = null;
        foreach (var branch in used)
        {
            if (heaviest is null || branch.CompressedBytes > heaviest.CompressedBytes) heaviest = branch;
            if (common is null) common = [.. branch.BasketFirstEntries];
            else common.IntersectWith(branch.BasketFirstEntries.ToArray());
        }
        if (common is null) return;
        if (!common.Any(entry => entry > 0 && entry < entries)) common = [.. heaviest!.BasketFirstEntries];
        boundaries.AddRange(common.Where(entry => entry > 0 && entry < entries).Order());
    }
}
