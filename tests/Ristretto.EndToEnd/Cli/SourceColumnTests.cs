using System.Runtime.InteropServices;
using System.Text;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Conversions;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Choosing entries of a column that was read.</summary>
public sealed class SourceColumnTests
{
    [Fact]
    public void Keep_ListsOfStrings_KeepsThoseOfTheEntries()
    {
        using var column = new Given([[2, 0, 1, 3], [1, 2, 1, 0, 2, 1]], "abcdefg"u8.ToArray()) { Name = "names", Type = LeafType.String, ListLevels = 1 };
        column.Read(0, 4);

        column.Keep([0, 3]);

        Assert.Equal([2, 3], column.Lengths.ToArray());
        Assert.Equal([1, 2, 0, 2, 1], column.LengthsOf(1).ToArray());
        Assert.Equal("abcefg", Encoding.UTF8.GetString(column.Values));
    }

    [Fact]
    public void Keep_ListsOfListsOfArrays_KeepsThoseOfTheEntries()
    {
        short[] values = [.. Enumerable.Range(0, 12).Select(i => (short)i)];
        using var column = new Given([[1, 2, 0, 1], [2, 1, 0, 3]], MemoryMarshal.AsBytes(values.AsSpan()).ToArray()) { Name = "hits", Type = LeafType.Int16, ListLevels = 2, Dimensions = [2] };
        column.Read(0, 4);

        column.Keep([1, 2, 3]);

        Assert.Equal([2, 0, 1], column.Lengths.ToArray());
        Assert.Equal([1, 0, 3], column.LengthsOf(1).ToArray());
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 11], MemoryMarshal.Cast<byte, short>(column.Values).ToArray());
    }

    [Fact]
    public void Keep_NothingAndNumbers_Work()
    {
        using var column = new Given([], [1, 2, 3]) { Name = "flag", Type = LeafType.UInt8 };
        column.Read(0, 3);
        column.Keep([2]);
        Assert.Equal([3], column.Values.ToArray());

        column.Read(0, 3);
        column.Keep([]);
        Assert.True(column.Values.IsEmpty);
    }

    private sealed class Given(int[][] lengths, byte[] values) : SourceColumn
    {
        protected override void ReadLengths(int level, long first, int entries, Span<int> given) => lengths[level].CopyTo(given);

        protected override int ValueBytes(long first, int entries) => values.Length;

        protected override void ReadValues(long first, int entries, Span<byte> given) => values.CopyTo(given);
    }
}
