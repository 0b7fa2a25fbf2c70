using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Graphs.Snapshots;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>Files that are read again and again: as small as can be, or with a codec that is quick to undo.</summary>
internal sealed class FastCodec() : FilePattern("fast-codec")
{
    /// <inheritdoc/>
    protected override (string Slow, string Fast) Inputs(string sample, string folder)
    {
        var (slow, fast) = (Path.Combine(folder, "fast-codec-slow.root"), Path.Combine(folder, "fast-codec-fast.root"));
        Copy(sample, slow, new SnapshotOptions { Compression = Compression.Lzma() });
        Copy(sample, fast, new SnapshotOptions { Compression = Compression.Zstd() });
        return (slow, fast);
    }

    /// <inheritdoc/>
    protected override Histogram[] Slow(string path) => Sums(path);

    /// <inheritdoc/>
    protected override Histogram[] Fast(string path) => Sums(path);

    private static void Copy(string from, string to, SnapshotOptions options)
    {
        var graph = Nano.Open(from).Graph();
        graph.Snapshot(to, columns => columns.Keep("*"), options);
        graph.Run();
    }

    private static Histogram[] Sums(string path)
    {
        var ht = Histogram.Regular("HT", 100, 0, 1500);
        Nano.Open(path).Run(ev => ht.Fill(ev.Jet.Pt[ev.Jet.BtagDeepFlavB > 0.2783].Sum()), Options);
        return [ht];
    }
}
