using Ristretto.Bytes.Trees;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>A source of columns that stands on a tree: which branches there are.</summary>
internal abstract class TreeSource(Tree tree) : BatchSource
{
    public override string Path => Tree.File.Path;

    protected Tree Tree { get; } = tree;

    public override bool Has(string branch) => Tree.TryGetBranch(branch, out _);

    public override IEnumerable<string> NamesStartingWith(string prefix) =>
        Tree.Branches.Select(branch => branch.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
}
