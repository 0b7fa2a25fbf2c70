using Ristretto.Bytes.Objects.Classes;

namespace Ristretto.Tests.Bytes.Objects.Classes;

/// <summary>Types as C++ writes them.</summary>
public class CppTypeTests
{
    [Theory]
    [InlineData("Int_t", "int")]
    [InlineData("std::vector<float>", "vector<float>")]
    [InlineData("vector<vector<int> >", "vector<vector<int>>")]
    [InlineData("std::vector<double, std::allocator<double> >", "vector<double>")]
    [InlineData("map<string,vector<UInt_t> >", "map<string,vector<unsigned int>>")]
    [InlineData("std::map<std::string, float, std::less<std::string>, std::allocator<std::pair<const std::string, float> > >", "map<string,float>")]
    [InlineData("unordered_map<int, Long64_t, hash<int> >", "unordered_map<int,Long64_t>")]
    [InlineData("const TH1*", "TH1*")]
    [InlineData("ROOT::VecOps::RVec<unsigned long long>", "ROOT::VecOps::RVec<ULong64_t>")]
    [InlineData("ElementLink<DataVector<xAOD::Jet_v1> >", "ElementLink<DataVector<xAOD::Jet_v1>>")]
    [InlineData("ROOT::Math::LorentzVector<ROOT::Math::PtEtaPhiM4D<float> >", "ROOT::Math::LorentzVector<ROOT::Math::PtEtaPhiM4D<float>>")]
    [InlineData("bitset<19>", "bitset<19>")]
    [InlineData("vector<", "vector<>")]
    [InlineData("a>b", "a>b")]
    [InlineData("", "")]
    public void Normalize_AnySpelling_GivesOne(string text, string expected) => Assert.Equal(expected, CppType.Normalize(text));

    [Fact]
    public void Parse_NestedWithoutEnd_EndsAnyway() => Assert.NotNull(CppType.Parse(string.Concat(Enumerable.Repeat("vector<", 10_000))));
}
