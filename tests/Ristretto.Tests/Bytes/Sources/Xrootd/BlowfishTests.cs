using Ristretto.Bytes.Sources.Xrootd;

namespace Ristretto.Tests.Bytes.Sources.Xrootd;

/// <summary>Test vectors of E. Young, as the cipher's author publishes them.</summary>
public sealed class BlowfishTests
{
    [Theory]
    [InlineData("0000000000000000", "0000000000000000", "4EF997456198DD78")]
    [InlineData("FFFFFFFFFFFFFFFF", "FFFFFFFFFFFFFFFF", "51866FD5B85ECB8A")]
    [InlineData("0123456789ABCDEF", "1111111111111111", "61F9C3802281B096")]
    [InlineData("FEDCBA9876543210", "0123456789ABCDEF", "0ACEAB0FC6A0A28D")]
    public void EncryptBlock_PublishedVectors_GivesTheirCipher(string key, string plain, string cipher)
    {
        var block = Convert.FromHexString(plain);

        new Blowfish(Convert.FromHexString(key)).EncryptBlock(block);

        Assert.Equal(cipher, Convert.ToHexString(block));
    }

    [Fact]
    public void EncryptFeedback_PublishedVector_GivesItsCipher()
    {
        // cfb64 with the author's key, but from a vector of zeros: the first block is the text mixed with the encrypted zeros
        var text = "7654321 Now is the time for "u8.ToArray();
        var key = Convert.FromHexString("0123456789ABCDEFF0E1D2C3B4A59687");
        var zeros = new byte[8];
        new Blowfish(key).EncryptBlock(zeros);

        new Blowfish(key).EncryptFeedback(text);

        Assert.Equal("7654321 "u8.ToArray().Zip(zeros, (a, b) => (byte)(a ^ b)), text[..8]);
        var second = text[..8];
        new Blowfish(key).EncryptBlock(second);
        Assert.Equal("Now is t"u8.ToArray().Zip(second, (a, b) => (byte)(a ^ b)), text[8..16]);
    }
}
