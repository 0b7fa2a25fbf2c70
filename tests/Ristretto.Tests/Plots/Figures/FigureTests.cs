using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms;
using Ristretto.Plots;
using Ristretto.Plots.Figures;

namespace Ristretto.Tests.Plots.Figures;

public sealed class FigureTests
{
    [Fact]
    public void Save_EachExtension_WritesThatFormat()
    {
        using var folder = new TemporaryFolder();
        string[] paths = [folder.PathOf("a", "m4j.svg"), folder.PathOf("m4j.pdf"), folder.PathOf("m4j.json")];
        Sample.Stack().Save(paths);

        Assert.Equal(["<svg", "%PDF", "{\"fi"], paths.Select(path => Encoding.ASCII.GetString(File.ReadAllBytes(path), 0, 4)));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void Save_UnknownExtension_WritesNothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(".svg, .pdf or .json", Assert.Throws<ArgumentException>(() => Sample.Stack().Save(folder.PathOf("a.svg"), folder.PathOf("a.png"))).Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Save_FolderInTheWay_LeavesNothingHalfWritten()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("m4j.svg"));

        Assert.Throws<OutputException>(() => Sample.Stack().Save(folder.PathOf("m4j.svg")));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Plot_OfHistograms_TakesContentsLabelsAndFlow()
    {
        var jets = Histogram.Regular("jets", 4, 0, 4).Label("p_{T} [GeV]");
        foreach (var x in new[] { -1, 0.5, 0.6, 2.5, 9, 9, 9 }) jets.Fill(x);
        var model = jets.Plot().Compose();

        Assert.Equal("p_{T} [GeV]", model.Panels[0].X.Label);
        Assert.Equal("Events / GeV", model.Panels[0].Y.Label);
        Assert.Equal([2, 0, 1, 0], model.Panels[0].Marks.OfType<StepMark>().Single().Values);
        Assert.Equal("underflow: 1.00 \u00B7 overflow: 3.00", model.Hint);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        internal string Path { get; } = Directory.CreateTempSubdirectory("ristretto-plots-").FullName;

        internal string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
