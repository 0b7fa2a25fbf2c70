using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Plots;

/// <summary>The report in a real browser.</summary>
public sealed class ReportPageTests
{
    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Report_InChromium_IsCompleteAndSilent(int width)
    {
        await using var browser = await Chromium.StartAsync();
        using var folder = new TemporaryFolder();
        SampleReport.Create().Save(folder.Path);

        var page = await browser.OpenAsync(folder["index.html"], width);

        Assert.Equal([new Uri(folder["index.html"]).AbsoluteUri, "data:,"], page.Requests.Append("data:,").Distinct());
        Assert.True((await page.EvaluateAsync("document.documentElement.scrollWidth")).GetValue<double>() <= width, "the page is wider than its window");
        await AssertCutflow(page);
        await AssertPlots(page);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Filter_Word_LeavesTheMatchingPlots()
    {
        await using var browser = await Chromium.StartAsync();
        using var folder = new TemporaryFolder();
        SampleReport.Create().Save(folder.Path, plotFiles: false);
        var page = await browser.OpenAsync(folder["index.html"], 1400);

        await page.EvaluateAsync("{ const f = document.getElementById('filter'); f.value = 'MASS plane'; f.dispatchEvent(new Event('input')); 0 }");

        Assert.Equal("plane", (await page.EvaluateAsync("[...document.querySelectorAll('figure.plot:not([hidden]) code')].map(c => c.textContent).join()")).GetValue<string>());
        Assert.Equal("1 of 4 plots", (await page.EvaluateAsync("document.getElementById('count').textContent")).GetValue<string>());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Complaints_ScriptThatThrows_AreSeen()
    {
        await using var browser = await Chromium.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("index.html", "<!doctype html><title>x</title><script>console.error('no'); throw new Error('thrown')</script><img src='missing.png'>");

        var page = await browser.OpenAsync(folder["index.html"], 1400);

        Assert.Contains(page.Complaints, complaint => complaint.Contains("thrown", StringComparison.Ordinal));
        Assert.Contains(page.Complaints, complaint => complaint.Contains("\"no\"", StringComparison.Ordinal));
        Assert.Contains(page.Requests, request => request.EndsWith("missing.png", StringComparison.Ordinal));
    }

    private static async Task AssertCutflow(BrowserPage page)
    {
        async Task<string> Row(string dataset, string cut) => (await page.EvaluateAsync(
            $"[...[...document.querySelectorAll('table[data-dataset=\"{dataset}\"] tbody tr')].find(row => row.cells[0].textContent === '{cut}').cells].map(cell => cell.textContent).join('|')")).GetValue<string>();

        Assert.Equal("all|15642|15642 ± 125||100.0\u2009%|15642|15642 ± 125||100.0\u2009%", await Row("data", "all"));
        Assert.Equal("SR|152|152 ± 12|1.27\u2009%|0.972\u2009%|0|0|0\u2009%|0\u2009%", await Row("data", "SR"));
        Assert.Equal("SR|266|2.50 ± 0.10|5.20\u2009%|5.20\u2009%", await Row("GluGluToHHTo4B", "SR"));
    }

    private static async Task AssertPlots(BrowserPage page)
    {
        var boxes = (await page.EvaluateAsync(
            "[...document.querySelectorAll('figure.plot svg')].map(svg => { const b = svg.getBoundingClientRect(); return { x: b.x + scrollX, y: b.y + scrollY, width: b.width, height: b.height }; })")).AsArray();
        Assert.Equal(4, boxes.Count);
        foreach (var box in boxes)
        {
            Assert.True(box!["width"]!.GetValue<double>() > 250, "a plot is drawn too small");
            var picture = await page.PictureAsync(box);
            Assert.InRange(picture.Ink, 0.03, 0.9);
            Assert.True(picture.Colors > 20, $"a plot has only {picture.Colors} colours");
        }
    }
}
