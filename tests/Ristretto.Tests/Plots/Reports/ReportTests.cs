using System.Text.RegularExpressions;
using Ristretto.Plots.Reports;

namespace Ristretto.Tests.Plots.Reports;

public sealed class ReportTests
{
    [Fact]
    public void ToHtml_Cutflow_HasTheNumbersInFull()
    {
        var html = Sample().ToHtml();

        Assert.Contains("data-value=\"15642\"", html, StringComparison.Ordinal);
        Assert.Contains(">15<i>642</i></td>", html, StringComparison.Ordinal);
        Assert.Contains("data-value=\"48.0375\" data-error=\"0.75\"", html, StringComparison.Ordinal);
        Assert.Contains(">48.04 <span class=\"error\">± 0.75</span>", html, StringComparison.Ordinal);
        Assert.Contains(">1.34\u2009%</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_Texts_AreEscaped()
    {
        var html = new Report("a < b & c").Summary("\"key\"", "<value>").Warning("<script>").ToHtml();

        Assert.Contains("<h1>a &lt; b &amp; c</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<li>&lt;script&gt;</li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_Page_NamesNoForeignAddress()
    {
        foreach (Match address in Regex.Matches(Sample().ToHtml(plotFiles: true), "(?:src|href)=\"([^\"]*)\""))
            Assert.Matches("^(#|plots/|data:,$)", address.Groups[1].Value);
    }

    [Fact]
    public void ToHtml_Twice_GivesTheSameText() => Assert.Equal(Sample().ToHtml(), Sample().ToHtml());

    [Fact]
    public void Save_PlotsOfOneName_KeepApart()
    {
        var folder = Directory.CreateTempSubdirectory("ristretto-report-").FullName;
        try
        {
            new Report("r").Plot(Plots.Figures.Sample.Stack()).Plot(Plots.Figures.Sample.Stack()).Save(folder);
            Assert.Equal(["m4j-2.json", "m4j-2.pdf", "m4j-2.svg", "m4j.json", "m4j.pdf", "m4j.svg"], Directory.GetFiles(Path.Combine(folder, "plots")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.True(File.Exists(Path.Combine(folder, "index.html")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Table_RowOfAnotherLength_IsRefused() => Assert.Throws<ArgumentException>(() => new Report("r").Table("t", ["a", "b"], [["only one"]]));

    private static Report Sample() => new Report("HH\u21924b")
        .Cutflow("data", "fourTag", new("all", 15642, 15642, 15642), new("SR", 152, 152, 152))
        .Cutflow("signal", "fourTag", new("all", 5000, 3580.5, 100), new("SR", 266, 48.0375, 0.5625))
        .Plot(Figures.Sample.Stack(), "A caption")
        .Table("Paths", ["path", "events"], ["HLT_A", "12"])
        .Note("a note");
}
