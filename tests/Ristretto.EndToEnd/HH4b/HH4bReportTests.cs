using System.Globalization;
using Ristretto.EndToEnd.Plots;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>The page of the demo in a real browser.</summary>
public sealed class HH4bReportTests(DemoRun demo) : IClassFixture<DemoRun>
{
    private string PagePath => Path.Combine(demo.Output, "report", "index.html");

    [Fact]
    public async Task Page_InChromium_IsSilentAndNeedsNoOtherFile()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.OpenAsync(PagePath, 1400);

        Assert.Equal([new Uri(PagePath).AbsoluteUri], page.Requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)).Distinct());
        Assert.Empty(page.Complaints);
        Assert.True((await page.EvaluateAsync("document.documentElement.scrollWidth")).GetValue<double>() <= 1400, "the page is wider than its window");
    }

    [Fact]
    public async Task Page_InChromium_ShowsEveryNumberOfTheCutflow()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.OpenAsync(PagePath, 1400);

        foreach (var dataset in HH4bRun.Json(demo.Output, "cutflow.json").EnumerateObject())
        {
            var shown = (await page.EvaluateAsync(
                $"[...document.querySelectorAll('table[data-dataset=\"{dataset.Name}\"] tbody tr')].map(row => [...row.cells].map(cell => cell.textContent).join('|'))")).AsArray()
                .Select(row => row!.GetValue<string>().Split('|')).ToDictionary(cells => cells[0]);
            foreach (var category in dataset.Value.EnumerateObject())
            {
                var rows = category.Value.EnumerateArray().ToArray();
                Assert.Equal(rows.Select(row => row.GetProperty("cut").GetString()), shown.Keys);
                Assert.All(rows, row => Assert.Contains(row.GetProperty("count").GetInt64().ToString(CultureInfo.InvariantCulture), shown[row.GetProperty("cut").GetString()!]));
            }
        }
    }

    [Fact]
    public async Task Page_InChromium_DrawsEveryPlot()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.OpenAsync(PagePath, 1400);

        var boxes = (await page.EvaluateAsync("""
            [...document.querySelectorAll('figure.plot svg')].map(svg => {
                const b = svg.getBoundingClientRect();
                return { x: b.x + scrollX, y: b.y + scrollY, width: b.width, height: b.height, name: svg.closest('figure').querySelector('code').textContent };
            })
            """)).AsArray();

        Assert.Equal(46, boxes.Count);
        Assert.Empty((await page.EvaluateAsync("[...document.querySelectorAll('figure.plot svg text')].map(text => text.textContent).filter(text => /[#\\\\{}]/.test(text))")).AsArray());
        foreach (var box in boxes)
        {
            var picture = await page.PictureAsync(box!);
            var name = box!["name"]!.GetValue<string>();
            Assert.True(picture.Width > 250 && picture.Height > 250, $"{name} is drawn too small");
            Assert.True(picture.Ink is > 0.02 and < 0.9 && picture.Colors > 20, $"{name} is blank: {picture.Ink:P1} ink, {picture.Colors} colours");
        }
    }
}
