using Ristretto.Bytes.Sources.Listings;

namespace Ristretto.Tests.Bytes.Sources.Listings;

public sealed class NameGlobTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*.root", "a.root", true)]
    [InlineData("*.root", "a.root.txt", false)]
    [InlineData("a*b*c", "axxbyybzc", true)]
    [InlineData("a*b*c", "axxbyybz", false)]
    [InlineData("f?.root", "f1.root", true)]
    [InlineData("f?.root", "f10.root", false)]
    [InlineData("f[0-9].root", "f7.root", true)]
    [InlineData("f[!0-9].root", "f7.root", false)]
    [InlineData("f[^0-9].root", "fx.root", true)]
    [InlineData("f[]x].root", "f].root", true)]
    [InlineData("f[ab-].root", "f-.root", true)]
    [InlineData("f[1.root", "f[1.root", true)]
    [InlineData("F.root", "f.root", false)]
    [InlineData("**a", "bca", true)]
    public void Matches_PatternAndName_FollowsTheShell(string pattern, string name, bool matches) => Assert.Equal(matches, NameGlob.Matches(pattern, name));

    [Theory]
    [InlineData("a", new[] { "a" })]
    [InlineData("{a,b}.root", new[] { "a.root", "b.root" })]
    [InlineData("x{1,2{3,4}}y{5,6}", new[] { "x1y5", "x1y6", "x23y5", "x23y6", "x24y5", "x24y6" })]
    [InlineData("{a,}b", new[] { "ab", "b" })]
    [InlineData("{a,b", new[] { "{a,b" })]
    public void ExpandBraces_Choices_GivesEach(string pattern, string[] expected) => Assert.Equal(expected, NameGlob.ExpandBraces(pattern));

    [Fact]
    public void Matches_ManyStars_IsQuick() => Assert.False(NameGlob.Matches(string.Concat(Enumerable.Repeat("*a", 30)), new string('a', 5000) + "b"));
}
