using Microsoft.CodeAnalysis;

namespace Ristretto.Tests.Generators;

public sealed class SchemaGeneratorTests
{
    private const string Small = SchemaRun.Header + """
        # a comment
        scalars
          event     ulong       v1,v2 -   event number
          isGood    bool        v2    -   passes < all & more
          weights   float[nW]   v1    -   weights
        flags Trig triggers
        group MET missing momentum
          MET_pt    float       v1,v2 GeV magnitude
        collection Jet Jets nJet particle jets
          Jet_pt      float     v1,v2 GeV transverse momentum
          Jet_eta     float     v1,v2 -   pseudorapidity
          Jet_phi     float     v1,v2 rad azimuth
          Jet_mass    float     v1,v2 GeV mass
          Jet_count   int       v2    -   of something
          Jet_id_1_2  int       v2    -   bits
          Jet_genIdx  int       v2    -   place of the match
          link Gen Jet_genIdx Gen
          bit IsTight Jet_id_1_2 1
        collection Gen Gens nGen plain
          Gen_jets    int       v1    -   number of jets
          Gen_gens    int       v1    -   number of others

        """;

    [Theory]
    [InlineData("MySchema")]
    [InlineData("MyBatch")]
    [InlineData("MyEvent")]
    [InlineData("METColumns")]
    [InlineData("Jets")]
    public void Text_OfASmallSchema_IsTheReviewedOne(string type)
    {
        var actual = SchemaRun.Of(Small).Text(type);
        var path = Snapshot.PathOf($"{type}.txt");
        if (Environment.GetEnvironmentVariable("RISTRETTO_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, actual);

        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void Output_OfASmallSchema_CompilesWithoutWarnings()
    {
        var run = SchemaRun.Of(Small);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Names_ThatTheBaseClassOrTheTypeHas_GetASuffix()
    {
        var run = SchemaRun.Of(Small);

        Assert.Contains("public JaggedColumn<int> CountColumn =>", run.Text("Jets"), StringComparison.Ordinal);
        Assert.Contains("public JaggedColumn<int> GensColumn =>", run.Text("Gens"), StringComparison.Ordinal);
        Assert.Contains("public JaggedColumn<int> Jets =>", run.Text("Gens"), StringComparison.Ordinal);
        Assert.Contains("public JaggedColumn<int> Id1_2 =>", run.Text("Jets"), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_AfterAnUnrelatedEdit_AreCached()
    {
        var run = SchemaRun.Of(Small).Again();

        var outputs = run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).ToArray();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void Outputs_AfterACommentIsAdded_AreCachedAndAfterAColumnIsNot()
    {
        var commented = SchemaRun.Of(Small).Again(Small + "# nothing\n");
        Assert.All(Reasons(commented), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        var extended = commented.Again(Small + "  Gen_pt float v1 GeV x\n");
        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(extended));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(SchemaRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
