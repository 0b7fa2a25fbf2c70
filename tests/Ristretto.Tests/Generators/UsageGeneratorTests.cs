using Microsoft.CodeAnalysis;

namespace Ristretto.Tests.Generators;

public sealed class UsageGeneratorTests
{
    private const string Loop = """
        using Ristretto.Events.NanoAod;
        static class Analysis
        {
            static double Sum(NanoBatch ev)
            {
                var sum = 0.0 + ev.GenWeight.Length;
                foreach (var e in ev)
                    foreach (var jet in e.Of(ev.Jet))
                        if (jet is { BtagDeepFlavB: > 0.5f } && jet.GenJet.Exists) sum += jet.P4.Pt + e.MET.Pt;
                return sum;
            }
        }
        """;

    [Fact]
    public void Assembly_ThatReadsInALoop_NamesTheBranches()
    {
        var run = SchemaRun.OfProgram(Loop);

        var text = Assert.Single(run.Result.GeneratedSources).SourceText.ToString();
        Assert.Equal(
            ["Jet_btagDeepFlavB", "Jet_eta", "Jet_genJetIdx", "Jet_mass", "Jet_phi", "Jet_pt", "MET_pt", "nGenJet"],
            text.Split('"').Where((_, i) => i % 2 == 1));
        Assert.Empty(run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Assembly_ThatReadsWholeColumnsOnly_NamesNone() =>
        Assert.Empty(SchemaRun.OfProgram("static class A { static int F(Ristretto.Events.NanoAod.NanoBatch ev) => ev.Jet.Pt.Length; }").Result.GeneratedSources);

    [Fact]
    public void Output_AfterAnUnrelatedEdit_IsCached()
    {
        var run = SchemaRun.OfProgram(Loop).Again();

        var outputs = run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
