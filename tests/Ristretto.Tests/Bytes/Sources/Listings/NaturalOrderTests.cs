using Ristretto.Bytes.Sources.Listings;

namespace Ristretto.Tests.Bytes.Sources.Listings;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Compare_NamesWithNumbers_CountsThem()
    {
        string[] names = ["f10.root", "f2.root", "f1.root", "f02.root", "f", "e9", "f2a.root", "f123456789012345678901.root", "f99"];

        Assert.Equal(["e9", "f", "f1.root", "f02.root", "f2.root", "f2a.root", "f10.root", "f99", "f123456789012345678901.root"], names.Order(NaturalOrder.Instance));
    }

    [Fact]
    public void Compare_EqualNames_IsZero() => Assert.Equal(0, NaturalOrder.Instance.Compare("f10.root", "f10.root"));
}
