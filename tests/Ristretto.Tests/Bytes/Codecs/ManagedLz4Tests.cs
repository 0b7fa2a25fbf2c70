using Ristretto.Bytes.Codecs;

namespace Ristretto.Tests.Bytes.Codecs;

public class ManagedLz4Tests
{
    // "abc" as literals, then a match of 9 that reaches 3 back and so overlaps its own output, then the last literals "xyzzy".
    private static readonly byte[] s_block = [0x35, 0x61, 0x62, 0x63, 3, 0, 0x50, 0x78, 0x79, 0x7A, 0x7A, 0x79];
    private static readonly byte[] s_expected = "abcabcabcabcxyzzy"u8.ToArray();

    [Fact]
    public void Decode_OverlappingMatch_RepeatsIt()
    {
        var bytes = new byte[s_expected.Length];

        Assert.Null(ManagedLz4.Decode(s_block, bytes, bytes.Length));
        Assert.Equal(s_expected, bytes);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(18)]
    public void Decode_OtherLength_IsRefused(int promised) => Assert.NotNull(ManagedLz4.Decode(s_block, new byte[promised], promised));

    [Fact]
    public void Decode_MatchBeforeTheStart_IsRefused() => Assert.Contains("reaches 4 bytes back", ManagedLz4.Decode([0x35, 0x61, 0x62, 0x63, 4, 0, 0], new byte[17], 17), StringComparison.Ordinal);

    [Fact]
    public void Decode_AnyPrefixOfABlock_IsRefused()
    {
        for (var length = 0; length < s_block.Length; length++) Assert.NotNull(ManagedLz4.Decode(s_block.AsSpan(0, length), new byte[17], 17));
    }

    [Fact]
    public void Decode_Rubbish_NeverThrows()
    {
        var random = new Random(11);
        var (rubbish, bytes) = (new byte[64], new byte[200]);
        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(rubbish);
            ManagedLz4.Decode(rubbish.AsSpan(0, random.Next(64)), bytes, bytes.Length);
        }
    }
}
