using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Summaries;

/// <summary>The summary of a TTree.</summary>
/// <param name="path">Directory names and name.</param>
/// <param name="tree">The tree.</param>
/// <param name="context">Decoders.</param>
internal sealed class TreeSummary(string path, Tree tree, DecodeContext context) : TableSummary(path, tree.Key)
{
    internal override long Entries => tree.Entries;

    internal override IReadOnlyList<TablePart> Parts { get; } = [.. tree.Fields.Select(field => new FieldPart(field, context))];

    internal override IReadOnlyList<string> Empty => tree.Empty;

    internal override IReadOnlyList<UnreadPart> Unread => [.. tree.Unread.Select(branch => new UnreadPart(branch.Name, branch.ClassName, branch.Reason))];
}
