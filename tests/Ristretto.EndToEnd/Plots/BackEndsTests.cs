using Ristretto.Plots.Figures;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Plots;

/// <summary>The two back-ends look alike: Chromium draws the SVG, pdftoppm the PDF.</summary>
public sealed class BackEndsTests
{
    [Fact]
    public async Task SvgAndPdf_OfTheSameFigure_LookAlike()
    {
        await using var browser = await Chromium.StartAsync();
        using var folder = new TemporaryFolder();
        foreach (var figure in new Figure[] { SampleReport.Stack(), SampleReport.Stack().Log(), SampleReport.Shapes(), SampleReport.Map() })
        {
            figure.Save(folder["figure.svg"], folder["figure.pdf"]);
            var page = await browser.OpenAsync(folder["figure.svg"], 720);
            var svg = await page.PictureAsync(new System.Text.Json.Nodes.JsonObject { ["x"] = 0.0, ["y"] = 0.0, ["width"] = 720.0, ["height"] = 720.0 });
            var pdf = Rasterize(folder);

            Assert.Equal((720, 720), (pdf.Width, pdf.Height));
            Assert.InRange(svg.DifferenceTo(pdf, square: 12), 0, 0.01);
            Assert.Empty(page.Complaints);
        }
    }

    private static PngPixels Rasterize(TemporaryFolder folder)
    {
        try
        {
            var run = ShellCommand.Run("pdftoppm", ["-r", "72", "-singlefile", "figure.pdf", "figure"], folder.Path);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("no pdftoppm on this machine; install the package poppler-utils");
        }

        return PngPixels.DecodePpm(File.ReadAllBytes(folder["figure.ppm"]));
    }
}
