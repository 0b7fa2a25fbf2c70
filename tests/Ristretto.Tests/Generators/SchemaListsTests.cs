using Microsoft.CodeAnalysis;

namespace Ristretto.Tests.Generators;

/// <summary>Lists that nothing counts, lists of lists, given names and prefixes with a dot.</summary>
public sealed class SchemaListsTests
{
    private const string Other = """
        namespace My.Format
        batch MyBatch
        event MyEvent
        tree CollectionTree
        versions v1
        scalars
          weights             float[]     v1 -   weights
          points              double[][]  v1 -   lists of lists
          perJet              int[nJet][] v1 -   counted lists of lists
        group Info=EventInfoAuxDyn.  of the event
          EventInfoAuxDyn.run              uint      v1 -   run number
          EventInfoAuxDyn.mcEventWeights   float[]   v1 -   weights
          EventInfoAuxDyn.points           float[][] v1 -   points
        collection Jets=AnalysisJetsAuxDyn. JetsCollection AnalysisJetsAuxDyn.pt particle jets
          AnalysisJetsAuxDyn.pt            float     v1 MeV transverse momentum
          AnalysisJetsAuxDyn.eta           float     v1 -   pseudorapidity
          AnalysisJetsAuxDyn.phi           float     v1 rad azimuth
          AnalysisJetsAuxDyn.m             float     v1 MeV mass
          AnalysisJetsAuxDyn.NumTrkPt500   int[]     v1 -   tracks of each vertex
          Other=AnalysisJetsAuxDyn.Pt      double    v1 MeV another one
        collection Particle=Recs. Particles Recs.momentum.x cartesian particles
          Recs.momentum.x                  float     v1 GeV x
          Recs.momentum.y                  float     v1 GeV y
          Recs.momentum.z                  float     v1 GeV z
          Recs.mass                        double    v1 GeV mass
          Recs.cov.values[10]              float[]   v1 -   10 values
        collection Truth=Truth. Truths Truth.px cartesian particles
          Truth.px                         double    v1 -   x
          Truth.py                         double    v1 -   y
          Truth.pz                         double    v1 -   z
          Truth.m                          double    v1 -   mass
          Truth.e                          double    v1 -   energy

        """;

    [Fact]
    public void Output_CompilesWithoutWarnings()
    {
        var run = SchemaRun.Of(Other);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("MySchema", "new(\"weights\", ElementType.Single, \"weights\", \"v1\"),")]
    [InlineData("MySchema", "new(\"points\", ElementType.Double, \"points\", \"v1\") { IsNested = true },")]
    [InlineData("MySchema", "new(\"perJet\", ElementType.Int32, \"nJet\", \"v1\") { IsNested = true },")]
    [InlineData("MySchema", "new(\"AnalysisJetsAuxDyn.NumTrkPt500\", ElementType.Int32, \"AnalysisJetsAuxDyn.pt\", \"v1\") { IsNested = true },")]
    [InlineData("MyBatch", "string tree = \"CollectionTree\")")]
    [InlineData("MyBatch", "public JaggedColumn<float> Weights => ListColumn<float>(0);")]
    [InlineData("MyBatch", "public NestedColumn<double> Points => NestedColumn<double>(1);")]
    [InlineData("InfoColumns", "public JaggedColumn<float> McEventWeights => ListColumn<float>(4);")]
    [InlineData("InfoColumns", "public global::System.ReadOnlySpan<float> McEventWeights => _batch.ElementList<float>(4, _index);")]
    [InlineData("InfoColumns", "public NestedColumn<float> Points => NestedColumn<float>(5);")]
    [InlineData("JetsCollection", "internal JetsCollection(MyBatch batch) : base(batch, \"AnalysisJetsAuxDyn.pt\") => Owner = batch;")]
    [InlineData("JetsCollection", "public NestedColumn<int> NumTrkPt500 => Nested<int>(10);")]
    [InlineData("JetsCollection", "public global::System.ReadOnlySpan<int> NumTrkPt500 => _batch.ElementList<int>(10, _position);")]
    [InlineData("JetsCollection", "public JaggedColumn<double> Other => Numbers<double>(11);")]
    [InlineData("JetsCollection", "Four-momenta in MeV")]
    [InlineData("Particles", "JaggedLorentzVectors.FromPxPyPzM(\n        MomentumX.To<double>(), MomentumY.To<double>(), MomentumZ.To<double>(), Mass);")]
    [InlineData("Particles", "public NestedColumn<float> CovValues =>")]
    [InlineData("Truths", "JaggedLorentzVectors.FromPxPyPzE(\n        Px, Py, Pz, E);")]
    [InlineData("Truths", "Four-momentum in the unit of <see cref=\"Px\"/>.")]
    public void Text_OfListsAndGivenNames_HasTheMember(string type, string expected) =>
        Assert.Contains(expected, SchemaRun.Of(Other).Text(type), StringComparison.Ordinal);
}
