namespace Ristretto.Tests.Generators;

/// <summary>Which branches of a loop over events are needed whatever is configured: those that a file must have before the first event.</summary>
public sealed class NeededBranchesTests
{
    [Theory]
    // Straight through.
    [InlineData("sum += e.MET.Pt;", "MET_pt")]
    [InlineData("foreach (var jet in e.Jet) sum += jet.Pt;", "Jet_pt nJet")]
    [InlineData("foreach (var jet in e.Of(ev.Jet)) sum += jet.Pt;", "Jet_pt")]
    [InlineData("for (var i = 0; i < e.Jet.Count; i++) sum += e.Jet[i].Pt;", "Jet_pt nJet")]
    [InlineData("for (var i = 0; i < 2; i++) sum += e.Jet[i].Pt;", "Jet_pt nJet")]
    [InlineData("sum += e.Jet[0].P4.Mass;", "Jet_eta Jet_mass Jet_phi Jet_pt nJet")]
    [InlineData("foreach (var path in names) sum += path.Length; sum += e.MET.Pt;", "MET_pt")]
    [InlineData("do { sum += e.MET.Pt; } while (sum < 0);", "MET_pt")]
    [InlineData("if (year == 2) throw new System.Exception(); sum += e.MET.Pt;", "MET_pt")]
    [InlineData("if (year == 2) sum += e.MET.Pt; else sum -= e.MET.Pt + e.MET.Phi;", "")]
    [InlineData("using (var m = new System.IO.MemoryStream()) sum += e.MET.Pt;", "MET_pt")]
    [InlineData("try { sum += e.MET.Pt; } finally { sum++; }", "MET_pt")]
    [InlineData("if (true) sum += e.MET.Pt;", "MET_pt")]
    // Under a condition that somebody configures.
    [InlineData("if (year == 2) sum += e.MET.Pt;", "")]
    [InlineData("sum += year == 2 ? e.MET.Pt : 0;", "")]
    [InlineData("sum += year switch { 2 => e.MET.Pt, _ => e.MET.Phi };", "")]
    [InlineData("switch (year) { case 2: sum += e.MET.Pt; break; }", "")]
    [InlineData("if (ev.Has(\"MET_pt\")) sum += e.MET.Pt;", "")]
    [InlineData("if (has && e.MET.Pt > 3) sum++;", "")]
    [InlineData("if (has || e.MET.Pt > 3) sum++;", "")]
    [InlineData("sum += known ?? e.MET.Pt;", "")]
    [InlineData("if (!has) continue; sum += e.MET.Pt;", "")]
    [InlineData("if (has) return sum; sum += e.MET.Pt;", "")]
    [InlineData("while (has) { sum += e.MET.Pt; break; }", "")]
    [InlineData("foreach (var name in names) sum += e.MET.Pt;", "")]
    [InlineData("for (var i = 0; i < names.Length; i++) sum += e.Jet[i].Pt;", "")]
    [InlineData("try { sum += e.MET.Pt; } catch (System.Exception) { sum = 0; }", "")]
    [InlineData("Later later = x => sum += x.MET.Pt;", "")]
    [InlineData("sum += nameof(e.MET.Pt).Length;", "")]
    [InlineData("var n = 0; if (has) n = 3; if (n == 3) sum += e.MET.Pt;", "")]
    [InlineData("var found = false; if (has) found = true; if (found) sum += e.MET.Pt;", "")]
    [InlineData("var wanted = has && e.Jet.Count > 3; if (wanted) sum += e.MET.Pt;", "nJet?")]
    // Numbers of the run tell samples apart.
    [InlineData("if (e.Run > 1) sum += e.MET.Pt;", "run")]
    [InlineData("if (e.HLT[\"HLT_IsoMu24\"]) sum += e.MET.Pt;", "")]
    // Under a condition on what the event holds, which comes true sooner or later.
    [InlineData("if (e.Jet.Count >= 4) sum += e.Jet[3].Pt;", "Jet_pt nJet")]
    [InlineData("if (e.Jet.Count < 4) continue; sum += e.Jet[3].Pt;", "Jet_pt nJet")]
    [InlineData("foreach (var jet in e.Jet) { if (jet.Pt <= 40 || System.Math.Abs(jet.Eta) >= 2.4) continue; sum += jet.Mass; }", "Jet_eta Jet_mass Jet_pt nJet")]
    [InlineData("foreach (var jet in e.Jet) if (jet is { JetId: >= 2 } && jet.GenJet.Exists) sum += jet.GenJet.Pt;", "GenJet_pt Jet_genJetIdx Jet_jetId nGenJet nJet")]
    [InlineData("var n = 0; foreach (var jet in e.Jet) if (jet.Pt > 30 && ++n <= 2) sum += jet.Mass;", "Jet_mass Jet_pt nJet")]
    [InlineData("var isHard = e.MET.Pt > 100; if (!isHard) continue; sum += e.MET.Phi;", "MET_phi MET_pt")]
    [InlineData("if (e.Jet.Count > year) sum += e.MET.Pt;", "nJet")]
    [InlineData("if (has && e.Jet.Count >= 4) sum += e.Jet[3].Pt;", "")]
    // In what is called.
    [InlineData("sum += Helper.Pt(e.Jet[0]);", "Jet_pt nJet")]
    [InlineData("if (has) sum += Helper.Pt(e.Jet[0]);", "")]
    [InlineData("sum += e.Jet[0].Half();", "Jet_pt nJet")]
    [InlineData("sum += e.Jet[0].Doubled;", "Jet_pt nJet")]
    [InlineData("sum += new Helper(e.Jet[0]).Eta;", "Jet_eta nJet")]
    [InlineData("sum += Local(e.Jet[0]); static float Local(Jet jet) => jet.Pt;", "Jet_pt nJet")]
    [InlineData("sum += Helper.Early(e.Jet[0], has);", "nJet")]
    [InlineData("sum += Helper.Again(e.Jet[0], 3);", "Jet_pt nJet")]
    [InlineData("sum += helper.Overridable(e.Jet[0]);", "nJet")]
    // Whole columns, which a run over no events does not come across inside a loop.
    [InlineData("sum += ev.MET.Pt[e.Index];", "MET_pt")]
    [InlineData("sum += ev.GenWeight[e.Index];", "genWeight")]
    [InlineData("sum += ev.Jet.Pt[e.Index][0];", "Jet_pt")]
    [InlineData("if (has) sum += ev.MET.Pt[e.Index];", "")]
    public void Analysis_InALoop_NeedsWhatItReadsWhateverIsConfigured(string loop, string needed)
    {
        var run = SchemaRun.OfProgram($$"""
            using Ristretto.Events.Engine;
            using Ristretto.Events.NanoAod;
            namespace My;
            public class Outer<T>
            {
                private delegate void Later(NanoEvent ev);
                public sealed class Analysis(int year, bool has, string[] names, float? known, Helper helper) : IAnalysis<NanoBatch>
                {
                    public void Process(NanoBatch ev) => Sum(ev);
                    private double Sum(NanoBatch ev)
                    {
                        var sum = 0.0;
                        foreach (var e in ev) { {{loop}} }
                        return sum + year + names.Length + (known ?? 0) + (has ? 1 : 0) + helper.GetHashCode();
                    }
                }
            }
            public class Helper(float eta)
            {
                public Helper(Jet jet) : this(jet.Eta) { }
                public float Eta => eta;
                public static float Pt(Jet jet) => jet.Pt;
                public static float Early(Jet jet, bool has) { if (has) return 0; return jet.Pt; }
                public static float Again(Jet jet, int times) => jet.Pt + (times > 0 ? Again(jet, times - 1) : 0);
                public virtual float Overridable(Jet jet) => jet.Pt;
            }
            static class Extensions
            {
                public static float Half(this Jet jet) => jet.Pt / 2;
                extension(Jet jet) { public float Doubled => 2 * jet.Pt; }
            }
            """);

        Assert.Empty(run.Errors);
        var expected = needed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(branch => !branch.EndsWith('?')).ToArray();
        Assert.Equal(expected, run.Needed("My.Outer`1+Analysis"));
    }

    [Fact]
    public void Run_OfALambda_IsNamedByFileAndLine()
    {
        var run = SchemaRun.OfProgram("""
            using Ristretto.Events.NanoAod;
            var sum = 0.0;
            Nano.Open("a.root")
                .Run(ev =>
                {
                    foreach (var e in ev) sum += e.MET.Pt;
                });
            Nano.Open("a.root").Run(Handle);
            Nano.Open("a.root").Run(Other.Handle);
            System.Action<NanoBatch> unknown = Handle;
            Nano.Open("a.root").Run(unknown);
            void Handle(NanoBatch ev) { foreach (var e in ev) sum += e.MET.Phi; }
            static class Other { public static void Handle(NanoBatch ev) { foreach (var e in ev) _ = e.Run; } }
            """, isProgram: true);

        Assert.Empty(run.Errors);
        Assert.Equal(["MET_pt"], run.Needed("Program.cs:4"));
        Assert.Equal(["MET_phi"], run.Needed("Program.cs:8"));
        Assert.Equal(["run"], run.Needed("Program.cs:9"));
        Assert.Empty(run.Needed("Program.cs:11"));
    }

    [Fact]
    public void Run_InsideALambdaOfAField_IsFound()
    {
        var run = SchemaRun.OfProgram("""
            using Ristretto.Events.NanoAod;
            static class A
            {
                static readonly System.Action s_go = () => Nano.Open("a.root").Run(ev => { foreach (var e in ev) _ = e.Run; });
                static void Go() => s_go();
            }
            """);

        Assert.Empty(run.Errors);
        Assert.Equal(["run"], run.Needed("Program.cs:4"));
    }

    [Fact]
    public void Run_TwiceOnOneLine_NeedsWhatBothNeed()
    {
        var run = SchemaRun.OfProgram("""
            using Ristretto.Events.Engine;
            using Ristretto.Events.NanoAod;
            static class A { static void Go(EventFiles<NanoBatch> f) { f.Run(ev => { foreach (var e in ev) _ = e.Run + e.MET.Pt; }); f.Run(ev => { foreach (var e in ev) _ = e.Event + e.MET.Pt; }); } }
            """);

        Assert.Equal(["MET_pt"], run.Needed("Program.cs:3"));
    }

    [Fact]
    public void Class_ThatOverrides_HasItsOwnNeeds()
    {
        var run = SchemaRun.OfProgram("""
            using Ristretto.Events.Engine;
            using Ristretto.Events.NanoAod;
            class A : IAnalysis<NanoBatch> { public virtual void Process(NanoBatch ev) { foreach (var e in ev) _ = e.Run; } }
            class B : A { public override void Process(NanoBatch ev) { foreach (var e in ev) _ = e.MET.Pt; } }
            class C : A;
            class D : IAnalysis<NanoBatch> { void IAnalysis<NanoBatch>.Process(NanoBatch ev) { foreach (var e in ev) _ = e.Event; } }
            """);

        Assert.Empty(run.Errors);
        Assert.Equal(["run"], run.Needed("A"));
        Assert.Equal(["MET_pt"], run.Needed("B"));
        Assert.Empty(run.Needed("C"));
        Assert.Equal(["event"], run.Needed("D"));
    }
}
