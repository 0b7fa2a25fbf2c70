using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples;

namespace Ristretto.Cli.Summaries;

/// <summary>The summary of an RNTuple.</summary>
/// <param name="path">Directory names and name.</param>
/// <param name="ntuple">The RNTuple.</param>
/// <param name="context">Decoders.</param>
internal sealed class NTupleSummary(string path, NTuple ntuple, DecodeContext context) : TableSummary(path, ntuple.Key)
{
    internal override long Entries => ntuple.Entries;

    internal override IReadOnlyList<TablePart> Parts { get; } = [.. ntuple.Columns.Select(column => new NTuplePart(column, context))];

    internal override IReadOnlyList<string> Empty => ntuple.Empty;

    internal override IReadOnlyList<UnreadPart> Unread => [.. ntuple.Unread.Select(unread => new UnreadPart(unread.Name, unread.TypeName, unread.Reason))];
}
