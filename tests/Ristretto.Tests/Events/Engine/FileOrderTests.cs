using Ristretto.Events.Engine;

namespace Ristretto.Tests.Events.Engine;

/// <summary>A file is known by its path, not by its place in a list.</summary>
public sealed class FileOrderTests : IDisposable
{
    private readonly AdlFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1, long.MaxValue)]
    [InlineData(2, long.MaxValue)]
    [InlineData(2, 150_000)]
    public void Run_FilesInAnotherOrder_GivesTheSameBits(int threads, long most)
    {
        // Different events in each, so that an exchange would be seen.
        string[] files = [_files.Whole("f1.root"), Ristretto.Tests.Shared.SharedData.Path("adl", "adl-100k.rntuple.root"), _files.Whole("f10.root"), _files.Whole("f2.root")];
        static double Factor(string path) => path.EndsWith("f1.root", StringComparison.Ordinal) ? 0.1 : path.EndsWith("f2.root", StringComparison.Ordinal) ? 1 / 3.0 : 7;
        double[] Run(IEnumerable<string> paths, int threads)
        {
            var analysis = new Scaled(Factor);
            EventLoop.Run([new DatasetRun<AdlBatch>("adl", [.. paths.Select(path => new InputFile(path))], analysis)], new RunOptions { Threads = threads, MaxEvents = most });
            return analysis.Bits();
        }

        var expected = Run(files, 1);

        Assert.Equal(expected, Run(files.Reverse(), threads));
        Assert.Equal(expected, Run([files[2], files[0], files[3], files[1]], threads));
    }

    private sealed class Scaled(Func<string, double> factor) : IAnalysis<AdlBatch>
    {
        private readonly Ristretto.Histograms.Histogram _pt = Ristretto.Histograms.Histogram.Regular("pt", 60, 0, 300);

        public void Process(AdlBatch ev) => _pt.Fill(ev.Jets.Pt, ev.MetPt * factor(ev.Path) + 1 / 3.0);

        internal double[] Bits() => [.. _pt.Values.ToArray(), .. _pt.Variances.ToArray()];
    }
}
