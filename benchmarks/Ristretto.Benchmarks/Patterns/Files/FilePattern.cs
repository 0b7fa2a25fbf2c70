using Ristretto.Events.Engine;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>Two ways to run over files; they are timed from opening the file to the last histogram, on one thread.</summary>
/// <param name="page">Name of the page.</param>
internal abstract class FilePattern(string page) : Pattern(page)
{
    /// <summary>How both ways run.</summary>
    protected static RunOptions Options { get; } = new() { Threads = 1 };

    /// <summary>The slow way.</summary>
    protected abstract Histogram[] Slow(string path);

    /// <summary>The fast way.</summary>
    protected abstract Histogram[] Fast(string path);

    /// <inheritdoc/>
    internal override Trial Over(string sample, string folder)
    {
        var (slow, fast) = Inputs(sample, folder);
        return new Trial(() => Slow(slow), () => Fast(fast));
    }

    /// <summary>The file of each way; the same unless the pattern is about files.</summary>
    protected virtual (string Slow, string Fast) Inputs(string sample, string folder) => (sample, sample);
}
