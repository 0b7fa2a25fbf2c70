using Ristretto.Bytes.NTuples;

namespace Ristretto.Fuzz.Anatomy;

/// <summary>An RNTuple with its envelopes, decompressed, and its pages.</summary>
/// <param name="Entry">The anchor's entry in the list of keys.</param>
/// <param name="Anchor">What the anchor says.</param>
/// <param name="Header">The header envelope.</param>
/// <param name="Footer">The footer envelope.</param>
/// <param name="PageLists">The page list envelopes with their links.</param>
/// <param name="Pages">All pages, each with the group of its cluster and its bytes when decompressed.</param>
internal sealed record NTuplePlace(EntryPlace Entry, AnchorRecord Anchor, byte[] Header, byte[] Footer, IReadOnlyList<(EnvelopeLinkRecord Link, byte[] Bytes)> PageLists,
    IReadOnlyList<(int Group, PageRecord Page, int OriginalBytes)> Pages);
