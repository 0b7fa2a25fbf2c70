using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;

namespace Ristretto.Conformance.Bytes.Trees;

/// <summary>Number of values and checksums of a column as the expected summaries define them.</summary>
internal sealed record ColumnDigest(string Type, long Count, string Crc32, string? ListCrc32)
{
    /// <summary>Reads a whole branch in steps of <paramref name="step"/> entries.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="context">Decoders.</param>
    /// <param name="step">Entries read at once.</param>
    /// <param name="countsFirst">Whether the lengths come from the reader of the values, which then needs the offsets, or from one of their own.</param>
    internal static ColumnDigest Of(Branch branch, DecodeContext context, int step, bool countsFirst)
    {
        using var values = new BranchReader(branch, context);
        using var lengths = new BranchReader(branch, context);
        var (crc, listCrc) = (new Crc32(), new Crc32());
        var bytes = 0L;
        for (var first = 0L; first < branch.Entries; first += step)
        {
            var count = (int)Math.Min(step, branch.Entries - first);
            var counts = new int[count];
            if (branch.IsVariable) (countsFirst ? values : lengths).ReadCounts(first, count, counts);
            var size = (countsFirst ? values : lengths).ValueBytes(first, count);
            Assert.Equal(size, (branch.IsVariable ? counts.Sum(length => (long)length) : count) * branch.ElementSize * branch.FixedLength);
            var stored = new byte[size];
            values.ReadValues(first, count, stored);
            bytes += size;
            if (branch.LeafType == LeafType.String) AppendStrings(crc, counts, stored);
            else crc.Append(stored);
            AppendLengths(listCrc, counts);
        }
        var isList = branch.Counter is not null;
        return new ColumnDigest(TypeOf(branch), branch.LeafType == LeafType.String ? branch.Entries : bytes / branch.ElementSize, Text(crc), isList ? Text(listCrc) : null);
    }

    /// <summary>The type as the summaries write it.</summary>
    internal static string TypeOf(Branch branch)
    {
        var type = LeafTypes.NameOf(branch.LeafType);
        type += string.Concat(branch.Leaf.Dimensions.Select(size => $"[{size}]"));
        return branch.Counter is null ? type : $"list<{type}>";
    }

    private static void AppendStrings(Crc32 crc, int[] lengths, byte[] characters)
    {
        var at = 0;
        foreach (var length in lengths)
        {
            AppendLengths(crc, [length]);
            crc.Append(characters.AsSpan(at, length));
            at += length;
        }
    }

    private static void AppendLengths(Crc32 crc, int[] lengths) => crc.Append(MemoryMarshal.AsBytes<long>(Array.ConvertAll(lengths, length => (long)length)));

    private static string Text(Crc32 crc) => crc.GetCurrentHashAsUInt32().ToString("x8");
}
