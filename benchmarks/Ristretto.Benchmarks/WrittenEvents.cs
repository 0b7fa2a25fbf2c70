using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Benchmarks;

/// <summary>Events as NanoAOD has them: lists of jets with a counter, and numbers.</summary>
internal sealed class WrittenEvents
{
    internal const int Entries = 200_000, ClusterEntries = 50_000, Jets = 10, Flats = 10;

    internal WrittenEvents()
    {
        var random = new Random(1);
        var end = 0;
        for (var i = 0; i < Entries; i++) Ends[i] = end += Counts[i] = random.Next(8);
        JetColumns = [.. Enumerable.Range(0, Jets).Select(_ => new float[end])];
        // Mantissas of 10 bits, as NanoAOD has them.
        foreach (var column in JetColumns.Concat(FlatColumns))
            for (var i = 0; i < column.Length; i++)
                column[i] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits((float)(-40 * Math.Log(1 - random.NextDouble()))) & ~0x1FFF);
    }

    internal int[] Counts { get; } = new int[Entries];

    internal float[][] JetColumns { get; }

    internal float[][] FlatColumns { get; } = [.. Enumerable.Range(0, Flats).Select(_ => new float[Entries])];

    internal long[] Ends { get; } = new long[Entries];

    /// <summary>Writes them as a tree with a counter.</summary>
    internal void WriteTree(string path, Compression compression, int threads)
    {
        using var file = RootFileWriter.Create(path, new RootWriteOptions { Compression = compression, Threads = threads });
        var tree = file.Tree("Events", new TreeOptions { ClusterEntries = ClusterEntries });
        var counter = tree.Counter("nJet");
        var jets = JetColumns.Select((_, i) => tree.Column<float>($"Jet_{i}", "nJet")).ToArray();
        var flats = FlatColumns.Select((_, i) => tree.Column<float>($"flat{i}")).ToArray();
        const int batch = 4096;
        for (var from = 0; from < Entries; from += batch)
        {
            var count = Math.Min(batch, Entries - from);
            var (first, last) = ((int)(from == 0 ? 0 : Ends[from - 1]), (int)Ends[from + count - 1]);
            counter.Append(Counts.AsSpan(from, count));
            for (var i = 0; i < jets.Length; i++) jets[i].Append(JetColumns[i].AsSpan(first, last - first));
            for (var i = 0; i < flats.Length; i++) flats[i].Append(FlatColumns[i].AsSpan(from, count));
            tree.Fill(count);
        }
        file.Complete();
    }
}
