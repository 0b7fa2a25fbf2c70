using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.NTuples;

public class PagePrefetchTests
{
    [Theory]
    [InlineData("rn_clusters.root", "ntpl", 1000)]
    [InlineData("rn_clusters.root", "ntpl", 50)]
    [InlineData("rn_types.root", "ntpl", 13)]
    [InlineData("rn_nano_zstd.root", "Events", 100)]
    public void Prefetch_AnyRange_TheSameValues(string name, string ntuple, int step) =>
        Assert.Equal(Read("root-written", name, ntuple, step, prefetch: false).Values, Read("root-written", name, ntuple, step, prefetch: true).Values);

    [Fact]
    public void Prefetch_WholeClusters_OneRequestEach()
    {
        Assert.InRange(Read("root-written", "rn_nano_zstd.root", "Events", 700, prefetch: false).Requests, 30, 1000);
        Assert.InRange(Read("root-written", "rn_nano_zstd.root", "Events", 700, prefetch: true).Requests, 1, 5);
    }

    [Fact]
    public void Prefetch_PartOfACluster_FetchesThePagesOfThatPart()
    {
        using var file = RootFile.Open(SharedData.Path("adl", "adl-100k.rntuple.root"));
        var ntuple = file.GetNTuple("Events");
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        var columns = new[] { ntuple.GetColumn("Jet_pt") };
        _ = ntuple.ClusterBoundaries;
        var before = (file.Counters.Requests, file.Counters.BytesRead);
        reader.Prefetch(columns, 5000, 9000);
        var fetched = (Requests: file.Counters.Requests - before.Requests, Bytes: file.Counters.BytesRead - before.BytesRead);
        Read(reader["Jet_pt"], 5000, 4000);
        Assert.InRange(fetched.Requests, 1, 4);
        Assert.Equal(before.Requests + fetched.Requests, file.Counters.Requests);
        Assert.InRange(fetched.Bytes, 1, columns[0].CompressedBytes * 9 / 10);      // the list ends and one of the two pages
    }

    [Theory]
    [InlineData("rn_clusters.root", "ntpl", 50)]
    [InlineData("rn_nano_zstd.root", "Events", 100)]
    [InlineData("rn_nano_zstd.root", "Events", 700)]
    public void PrefetchAhead_TheNextRange_TheSameValues(string name, string path, int step)
    {
        using var file = RootFile.Open(SharedData.Path("root-written", name));
        var ntuple = file.GetNTuple(path);
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        List<byte> values = [];
        reader.PrefetchAhead(ntuple.Columns, 0, Math.Min(step, ntuple.Entries));
        for (var first = 0L; first < ntuple.Entries; first += step)
        {
            var count = (int)Math.Min(step, ntuple.Entries - first);
            reader.Prefetch(ntuple.Columns, first, first + count);
            reader.PrefetchAhead(ntuple.Columns, first + count, Math.Min(first + count + step, ntuple.Entries));
            foreach (var column in ntuple.Columns) values.AddRange(Read(reader[column], first, count));
        }
        Assert.Equal(Read("root-written", name, path, step, prefetch: false).Values, values);
    }

    private static (List<byte> Values, long Requests) Read(string folder, string name, string path, int step, bool prefetch)
    {
        using var file = RootFile.Open(SharedData.Path(folder, name));
        var ntuple = file.GetNTuple(path);
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        _ = ntuple.ClusterBoundaries;
        var before = file.Counters.Requests;
        List<byte> values = [];
        for (var first = 0L; first < ntuple.Entries; first += step)
        {
            var count = (int)Math.Min(step, ntuple.Entries - first);
            if (prefetch) reader.Prefetch(ntuple.Columns, first, first + count);
            foreach (var column in ntuple.Columns) values.AddRange(Read(reader[column], first, count));
        }
        return (values, file.Counters.Requests - before);
    }

    private static byte[] Read(NTupleColumnReader reader, long first, int count)
    {
        var part = new byte[reader.ValueBytes(first, count)];
        reader.ReadValues(first, count, part);
        return part;
    }
}
