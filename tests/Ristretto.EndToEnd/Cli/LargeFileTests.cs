using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>The memory to read a file does not grow with the file.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const int Columns = 12, Batch = 20_000;
    private const long Mebibyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(600)]
    public void Read_ColumnsOfALargeFile_TakeLittleMemory(int mebibytes) => ReadWithLittleMemory(mebibytes);

    /// <summary>The real thing, on the disk; by name: <c>./test --project Ristretto.EndToEnd FiveGigabytes -- -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public void Read_ColumnsOfFiveGigabytes_TakeLittleMemory() => ReadWithLittleMemory(4900);

    private void ReadWithLittleMemory(int mebibytes)
    {
        var path = _folder["large.root"];
        var entries = Write(path, mebibytes);
        Assert.True(new FileInfo(path).Length > mebibytes * Mebibyte);

        foreach (var expression in (string[])["Jet_3", "flat_5", "sum(Jet_0) + sum(Jet_11)"])
        {
            var (code, errors, peak) = ChildProgram.RunAndMeasure("plot", $"{path}:Events", expression, "--bins", "10,0,100");
            Assert.True(code == 0, errors);
            TestContext.Current.TestOutputHelper?.WriteLine($"plot {expression} of {entries} entries: {peak / Mebibyte} MiB");
            Assert.InRange(peak, 1, 128 * Mebibyte);
        }
        var (exit, said, all) = ChildProgram.RunAndMeasure("summary", path, "--json");
        Assert.True(exit == 0, said);
        TestContext.Current.TestOutputHelper?.WriteLine($"summary of all columns: {all / Mebibyte} MiB");
        Assert.InRange(all, 1, 128 * Mebibyte);
    }

    private static long Write(string path, int mebibytes)
    {
        var random = new Random(1);
        int[] counts = [.. Enumerable.Range(0, Batch).Select(_ => random.Next(8))];
        var jets = new float[counts.Sum()];
        foreach (ref var value in jets.AsSpan()) value = 100 * random.NextSingle();
        using var file = RootFileWriter.Create(path, new RootWriteOptions { Compression = Compression.None });
        var tree = file.Tree("Events");
        var counter = tree.Counter("nJet");
        var lists = Enumerable.Range(0, Columns).Select(i => tree.Column<float>($"Jet_{i}", "nJet")).ToArray();
        var flats = Enumerable.Range(0, Columns).Select(i => tree.Column<float>($"flat_{i}")).ToArray();
        for (var written = 0L; written < mebibytes * Mebibyte; written += 4L * Columns * (Batch + jets.Length))
        {
            counter.Append(counts);
            foreach (var list in lists) list.Append(jets);
            foreach (var flat in flats) flat.Append(jets.AsSpan(0, Batch));
            tree.Fill(Batch);
        }
        file.Complete();
        return tree.Entries;
    }
}
