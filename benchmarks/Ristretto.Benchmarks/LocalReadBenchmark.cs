using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Measurements;

namespace Ristretto.Benchmarks;

/// <summary>Local files: reading at offsets against a memory map, with the page cache warm. Four columns of a NanoAOD file, decoded cluster by cluster, and the
/// bytes alone in pieces of a cluster's and of a basket's size.</summary>
internal static class LocalReadBenchmark
{
    private static readonly string[] s_columns = ["nJet", "Jet_pt", "Jet_eta", "MET_pt"];

    internal static int Run(string data, int rounds)
    {
        var path = Path.Combine(data, "samples", "data_UL18_A.root");
        Report("columns, file opened once", rounds, source => Columns(source, reopen: false), path);
        Report("columns, file opened each time", rounds, source => Columns(source, reopen: true), path);
        Report("bytes in pieces of 1 MiB", rounds, source => Pieces(source, 1 << 20), path);
        Report("bytes in pieces of 8 KiB", rounds, source => Pieces(source, 8 << 10), path);
        return 0;
    }

    private static void Report(string what, int rounds, Func<Func<ByteSource>, Action> work, string path)
    {
        var measurement = new Measurement(5, rounds).Add("at offsets", work(() => LocalFileSource.Open(path))).Add("memory map", work(() => new MappedSource(path)));
        foreach (var (name, wall, cpu, ratio, cpuRatio) in measurement.Run())
            Console.WriteLine($"{what,-32} {name,-12} {wall * 1e3,9:F3} ms   {cpu * 1e3,9:F3} ms cpu   {ratio:F2}   {cpuRatio:F2} cpu");
    }

    private static Action Columns(Func<ByteSource> open, bool reopen)
    {
        var kept = reopen ? null : RootFile.Open(open());
        var keptTree = kept?.GetTree("Events");
        return () =>
        {
            using var opened = reopen ? RootFile.Open(open()) : null;
            var tree = keptTree ?? opened!.GetTree("Events");
            using var context = new DecodeContext();
            using var prefetch = new BasketPrefetch();
            var readers = s_columns.Select(name => new BranchReader(tree.GetBranch(name), context)).ToArray();
            var boundaries = tree.ClusterBoundaries([.. readers.Select(reader => reader.Branch)]);
            var values = new byte[1 << 24];
            for (var repeat = 0; repeat < (reopen ? 1 : 10); repeat++)
            {
                for (var i = 0; i + 1 < boundaries.Count; i++)
                {
                    var (first, count) = (boundaries[i], (int)(boundaries[i + 1] - boundaries[i]));
                    prefetch.Load(readers, first, boundaries[i + 1]);
                    foreach (var reader in readers) reader.ReadValues(first, count, values.AsSpan(0, reader.ValueBytes(first, count)));
                }
            }
            foreach (var reader in readers) reader.Dispose();
        };
    }

    private static Action Pieces(Func<ByteSource> open, int size)
    {
        var source = open();
        var buffer = new byte[size];
        return () =>
        {
            for (var repeat = 0; repeat < 20; repeat++)
                for (var at = 0L; at + size <= source.Length; at += size) source.Read(at, buffer);
        };
    }
}
