using Ristretto.Plots.Typesetting;

namespace Ristretto.Tests.Plots.Typesetting;

public sealed class LabelParserTests
{
    [Theory]
    [InlineData("p_{T} [GeV]", "p|T↓| [GeV]")]
    [InlineData("p_T", "p|T↓")]
    [InlineData("Jet_pt", "Jet_pt")]
    [InlineData("m_4j", "m_4j")]
    [InlineData("x^{2}", "x|2↑")]
    [InlineData("59.8 pb^-1 (13 TeV)", "59.8 pb|−1↑| (13 TeV)")]
    [InlineData("#eta", "η")]
    [InlineData("\\Delta\\eta", "Δη")]
    [InlineData("\\eta_{1}", "η|1↓")]
    [InlineData("b#bar{b}", "b|b¯")]
    [InlineData("t\\overline{t} 1#ell", "t|t¯| 1|l/")]
    [InlineData("tt\u0304", "t|t¯")]
    [InlineData("#it{p}_{T}", "p/|T↓")]
    [InlineData("\\mathrm{GeV}", "GeV")]
    [InlineData("$m_{4j}$", "m|4j↓")]
    [InlineData("A^{B_{c}}", "A|B↑|c↑")]
    [InlineData("cut #3", "cut #3")]
    [InlineData("a\\_b", "a_b")]
    [InlineData("50 % \\unknown", "50 % \\unknown")]
    [InlineData("open {brace", "open {brace")]
    [InlineData("close} brace", "close} brace")]
    [InlineData("a^", "a^")]
    [InlineData("\\", "\\")]
    [InlineData("x_{never closed", "x|never closed↓")]
    public void Parse_Label_GivesItsRuns(string label, string runs) => Assert.Equal(runs, Describe(LabelParser.Parse(label)));

    [Fact]
    public void Parse_SubscriptOfASubscript_ShrinksTwice() => Assert.Equal(0.49, LabelParser.Parse("a_{b_{c}}")[2].Scale, 1e-12);

    private static string Describe(IReadOnlyList<TextRun> runs) => string.Join('|', runs.Select(run =>
        run.Text + (run.Rise > 0 ? "↑" : run.Rise < 0 ? "↓" : "") + (run.Bar ? "¯" : "") + (run.Face == FontFace.Italic ? "/" : "")));
}
