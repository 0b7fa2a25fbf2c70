namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A branch of an input.</summary>
/// <param name="Layout">Where its numbers are.</param>
/// <param name="Path">Names from the top down.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Form">Class and leaves, which have to be the same in all files.</param>
/// <param name="Source">Its baskets.</param>
internal sealed record ParsedBranch(BranchLayout Layout, string Path, string Name, string Form, Branch Source)
{
    /// <summary>Whether it has entries, but values only in the branches below it.</summary>
    public bool IsGroup => Layout.Record is { HasBranches: true, WriteBasket: 0 } record
        && (record.Embedded is null || record.Embedded.TrueForAll(basket => EmbeddedBasket.IsEmpty(Source, new BasketOrigin(Source).InRecord(basket.Index), basket.Position)));
}
