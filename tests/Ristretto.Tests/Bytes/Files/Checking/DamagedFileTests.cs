using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Checking;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files.Checking;

/// <summary>Checking files that were damaged at known places: exactly these are found.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Damaged => _folder["damaged.root"];

    [Theory]
    [InlineData("lz4:4")]
    [InlineData("zlib:1")]
    [InlineData("lzma:1")]
    public void Run_BasketWithAChangedByte_NamesThatBasketAndNoOther(string codec)
    {
        var bytes = File.ReadAllBytes(WriteTree(codec));
        var baskets = Baskets(_folder["tree.root"]);
        Assert.True(baskets.Count > 60);
        foreach (var basket in baskets.Where((_, i) => i % 5 == 0))
        {
            Damage(bytes, basket.Last);

            var report = FileCheck.Run(Damaged);

            var problem = Assert.Single(report.Problems);
            Assert.Equal($"dir/Events/{basket.Branch}, basket {basket.Index}", problem.Where);
            Assert.InRange(problem.Offset!.Value, basket.Seek, basket.Last);
            Assert.Equal(basket.Entries, problem.Entries);
            var damaged = Assert.Single(Assert.Single(report.Tables).Damaged);
            Assert.Equal((basket.Branch, 1), (damaged.Name, damaged.DamagedParts));
            Assert.Equal([basket.Entries], damaged.Missing);
        }
    }

    [Fact]
    public void Run_SeveralDamagedBaskets_NamesEach()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        var baskets = Baskets(_folder["tree.root"]).Where(basket => basket.Branch is "Jet_pt" or "f64").Where(basket => basket.Index is 1 or 2 or 4).ToArray();
        Damage(bytes, [.. baskets.Select(basket => basket.Last)]);

        var report = FileCheck.Run(Damaged);

        Assert.Equal(baskets.Select(basket => $"dir/Events/{basket.Branch}, basket {basket.Index}").Order(), report.Problems.Select(problem => problem.Where).Order());
        var table = Assert.Single(report.Tables);
        Assert.Equal([new EntryRange(100, 300), new EntryRange(400, 500)], table.Damaged[0].Missing);
        Assert.Equal([new EntryRange(0, 100), new EntryRange(300, 400)], table.WholeEntries());
    }

    [Fact]
    public void Run_DamagedKeyOfABasket_NamesThatBasketAndNoOther()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        foreach (var basket in Baskets(_folder["tree.root"]).Where((_, i) => i % 11 == 0))
            foreach (var at in (int[])[1, 3, 9, 15, 25, 36])     // fNbytes, fObjlen, fKeylen, fSeekKey, the class's name
            {
                Damage(bytes, basket.Seek + at);

                var report = FileCheck.Run(Damaged);

                Assert.True(report.ProblemCount == 1, $"byte {at} of {basket}: {string.Join('\n', report.Problems)}");
                Assert.InRange(report.Problems[0].Offset!.Value, basket.Seek, basket.Last);
                if (at is not 25) Assert.Equal($"dir/Events/{basket.Branch}, basket {basket.Index}", report.Problems[0].Where);
            }
    }

    [Fact]
    public void Run_DamagedObject_LeavesTheOthersToBeChecked()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        using (var file = RootFile.Open(_folder["tree.root"]))
            Damage(bytes, file.Find("h")!.SeekKey + file.Find("h")!.TotalBytes - 3, file.Find("dir/Events")!.SeekKey + file.Find("dir/Events")!.TotalBytes - 3);

        var report = FileCheck.Run(Damaged);

        Assert.Equal((2, 2), (report.ProblemCount, report.DamagedObjects));
        Assert.Equal(["Events", "h"], report.Problems.Select(problem => problem.Where!.Split('/')[^1]).Order());
        Assert.Empty(report.Tables);
    }

    [Fact]
    public void Run_RecordThatIsNotWhatItsDirectorySays_IsADamagedObject()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        using var file = RootFile.Open(_folder["tree.root"]);
        var key = file.Find("h")!;
        Damage(bytes, key.SeekKey + key.KeyBytes - 1 - key.Title.Length - 1);       // the last letter of the name

        var problem = Assert.Single(FileCheck.Run(Damaged).Problems);

        Assert.Equal(("h", key.SeekKey), (problem.Where, problem.Offset));
        Assert.Matches(@"^the record holds the TH1D \(, its directory says the TH1D h$", problem.Reason);
    }

    [Fact]
    public void Run_RecordInAFreeSegment_IsAProblem()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        using var file = RootFile.Open(_folder["tree.root"]);
        var at = (int)file.Header.SeekFree + file.Header.FreeBytes;
        // The list ends with the segment behind the file: first and last byte in 4 or 8 bytes each.
        var first = bytes.AsSpan((int)file.Header.SeekFree, file.Header.FreeBytes).LastIndexOf(BitConverter.GetBytes((int)file.Header.End).Reverse().ToArray()) + (int)file.Header.SeekFree;
        var broken = (byte[])bytes.Clone();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(broken.AsSpan(first), at - 5);
        File.WriteAllBytes(Damaged, broken);

        Assert.Contains("which the list of free segments gives away", Assert.Single(FileCheck.Run(Damaged).Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PageWithAChangedByte_NamesColumnAndEntries()
    {
        var bytes = File.ReadAllBytes(WriteNTuple());
        using var file = RootFile.Open(_folder["ntuple.root"]);
        var ntuple = file.GetNTuple("Events");
        foreach (var (column, index) in (ReadOnlySpan<(string, int)>)[("f64", 0), ("array", 1), ("i32", 2), ("b", 3)])
        {
            var page = ntuple.Clusters.All[index].Pages(ntuple.GetColumn(column).Field.Representations[0][0].Id)[0];
            Damage(bytes, page.Offset + (page.StoredBytes / 2));

            var report = FileCheck.Run(Damaged);

            var problem = Assert.Single(report.Problems);
            Assert.Equal($"Events/{column}, cluster {index}, page 0", problem.Where);
            Assert.Equal(new EntryRange(200 * index, 200 * (index + 1)), problem.Entries);
            Assert.Equal(column, Assert.Single(Assert.Single(report.Tables).Damaged).Name);
        }
    }

    [Fact]
    public void Run_PageOfListEnds_TakesTheValuesAlong()
    {
        var bytes = File.ReadAllBytes(WriteNTuple());
        using var file = RootFile.Open(_folder["ntuple.root"]);
        var ntuple = file.GetNTuple("Events");
        var field = ntuple.Columns.First(column => column.Name == "vvd").Levels[0].Field;
        Damage(bytes, ntuple.Clusters.All[1].Pages(field.Representations[0][0].Id)[0].Offset);

        var table = Assert.Single(FileCheck.Run(Damaged).Tables);

        Assert.Equal("vvd", Assert.Single(table.Damaged).Name);
        Assert.Equal([new EntryRange(200, 400)], table.Damaged[0].Missing);
    }

    [Fact]
    public void Run_PageListOfAGroup_LosesItsEntriesOnly()
    {
        var bytes = File.ReadAllBytes(WriteNTuple());
        using var file = RootFile.Open(_folder["ntuple.root"]);
        var link = file.GetNTuple("Events").ClusterGroups[1].PageList.Locator;
        Damage(bytes, link.Offset + link.StoredBytes - 4);

        var report = FileCheck.Run(Damaged);

        Assert.Equal(new EntryRange(400, 800), Assert.Single(report.Problems).Entries);
        Assert.Equal([new EntryRange(0, 400), new EntryRange(800, 1000)], Assert.Single(report.Tables).WholeEntries());
    }

    [Fact]
    public void Run_HeaderOfAnNTuple_IsADamagedObject()
    {
        var bytes = File.ReadAllBytes(WriteNTuple());
        using var file = RootFile.Open(_folder["ntuple.root"]);
        Damage(bytes, file.GetNTuple("Events").Anchor.Header.Locator.Offset + 20);

        var report = FileCheck.Run(Damaged);

        Assert.Equal("Events, header", Assert.Single(report.Problems).Where);
        Assert.Equal(1, report.DamagedObjects);
    }

    [Fact]
    public void Run_TruncatedFile_SaysWhichRecordIsCutOff()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        File.WriteAllBytes(Damaged, bytes[..(bytes.Length / 2)]);

        var report = FileCheck.Run(Damaged);

        Assert.True(report.IsRecovered);
        Assert.Contains("the file is truncated", report.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Matches("the file ends [0-9]+ bytes before", report.Problems[1].Reason);
    }

    [Fact]
    public void Run_BytesWithoutAChecksum_AreCounted()
    {
        var (none, lz4) = (FileCheck.Run(WriteTree("none")), FileCheck.Run(WriteTree("lz4:4")));

        Assert.InRange((double)none.UnprotectedBytes / none.CheckedBytes, 0.8, 1);
        Assert.InRange((double)lz4.UnprotectedBytes / lz4.CheckedBytes, 0.01, 0.5);
        Assert.Equal(0, FileCheck.Run(WriteNTuple()).UnprotectedBytes);
    }

    [Fact]
    public void Run_MostProblems_AreListedAndAllCounted()
    {
        var bytes = File.ReadAllBytes(WriteTree("lz4:4"));
        Damage(bytes, [.. Baskets(_folder["tree.root"]).Select(basket => basket.Last)]);

        var report = FileCheck.Run(Damaged, new FileCheckOptions { MostProblems = 3 });

        Assert.Equal(3, report.Problems.Count);
        Assert.Equal(Baskets(_folder["tree.root"]).Count, report.ProblemCount);
        Assert.False(report.IsSound);
    }

    [Fact]
    public void Run_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => FileCheck.Run(WriteTree("lz4:4"), new FileCheckOptions { Cancellation = stop.Token }));
    }

    [Fact]
    public void Run_Progress_EndsNearTheWholeFile()
    {
        var seen = new List<FileCheckProgress>();
        var path = WriteTree("none", entries: 40_000);

        FileCheck.Run(path, new FileCheckOptions { Progress = seen.Add });

        Assert.True(seen.Count >= 2);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.Done < pair.Second.Done && pair.Second.Done <= pair.Second.Total));
    }

    private string WriteTree(string codec, int entries = 500)
    {
        Assert.True(Compression.TryParse(codec, out var compression));
        using var writer = RootFileWriter.Create(_folder["tree.root"], new RootWriteOptions { Compression = compression });
        new TreeExample(entries).Write(writer.Tree("dir/Events", new TreeOptions { ClusterEntries = Math.Max(100, entries / 10) }), 100);
        writer.Write("", new HistogramRecord { Class = "TH1D", Name = "h", Axes = [new AxisRecord { Bins = 200 }], Contents = new double[202] });
        writer.Complete();
        return _folder["tree.root"];
    }

    private string WriteNTuple()
    {
        using var writer = RootFileWriter.Create(_folder["ntuple.root"], new RootWriteOptions { Compression = Compression.Zstd() });
        new NTupleExample(1000).Write(writer.NTuple("Events", new NTupleOptions { ClusterEntries = 200, ClustersPerGroup = 2 }), 100);
        writer.Complete();
        return _folder["ntuple.root"];
    }

    private void Damage(byte[] bytes, params ReadOnlySpan<long> positions)
    {
        var broken = (byte[])bytes.Clone();
        foreach (var at in positions) broken[at] ^= 0x40;
        File.WriteAllBytes(Damaged, broken);
    }

    /// <summary>The baskets with compressed values.</summary>
    private static List<(string Branch, int Index, long Seek, long Last, EntryRange Entries)> Baskets(string path)
    {
        var baskets = new List<(string, int, long, long, EntryRange)>();
        using var file = RootFile.Open(path);
        foreach (var branch in file.GetTree("dir/Events").Branches)
        {
            for (var i = 0; i < branch.BasketCount; i++)
            {
                var seek = branch.BasketSeeks[i];
                var head = new byte[200];
                file.Source.Read(seek, head);
                var reader = new BigEndianReader(head, new RecordOrigin(path, null, seek));
                if (!KeyRecord.Decode(ref reader).IsCompressed) continue;
                baskets.Add((branch.Name, i, seek, seek + branch.BasketBytes[i] - 1, new EntryRange(branch.BasketFirstEntries[i], branch.BasketFirstEntries[i + 1])));
            }
        }
        return baskets;
    }
}
