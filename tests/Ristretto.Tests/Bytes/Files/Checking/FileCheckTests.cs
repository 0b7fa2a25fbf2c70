using System.Buffers.Binary;
using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Checking;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files.Checking;

/// <summary>Checking files of other programs.</summary>
public sealed class FileCheckTests
{
    // Not closed, or cut off, on purpose.
    private static readonly string[] s_broken = ["bad_delphes.root", "truncated.root", "unclosed.root"];

    public static TheoryData<string, string> Files => SharedData.ReferenceFiles();

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_FileOfAnotherProgram_IsSoundUnlessItWasBroken(string folder, string name)
    {
        var report = FileCheck.Run(SharedData.Path(folder, name));

        if (s_broken.Contains(name)) Assert.True(report.IsRecovered && report.ProblemCount > 0);
        else Assert.Empty(report.Problems);
        Assert.All(report.Tables, table => Assert.Empty(table.Damaged));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_AnyByteChanged_EndsInAReportOrOneOfOurErrors(string folder, string name)
    {
        var bytes = File.ReadAllBytes(SharedData.Path(folder, name));
        using var temporary = new TemporaryFolder();
        var random = new Random(bytes.Length);
        for (var i = 0; i < 12; i++)
        {
            var broken = (byte[])bytes.Clone();
            // Half of the changes where the structure is denser: at the start and the end.
            var at = (i % 4) switch { 0 => random.Next(Math.Min(600, bytes.Length)), 1 => bytes.Length - 1 - random.Next(Math.Min(4000, bytes.Length)), _ => random.Next(bytes.Length) };
            broken[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(temporary["broken.root"], broken);
            try
            {
                var report = FileCheck.Run(temporary["broken.root"]);
                Assert.Equal(report.ProblemCount == 0, report.IsSound);
            }
            catch (RootFormatException)
            {
                // It is no ROOT file any more.
            }
        }
    }

    [Theory]
    [InlineData("root-written", "classes.root")]
    [InlineData("root-written", "rn_types.root")]
    [InlineData("root-written", "tree_none.root")]
    [InlineData("root", "rntuple_test.root")]
    [InlineData("root", "uproot-issue413.root")]
    public void Run_AnyNumberOfThreads_FindsTheSameInTheSameOrder(string folder, string name)
    {
        var bytes = File.ReadAllBytes(SharedData.Path(folder, name));
        using var temporary = new TemporaryFolder();
        var (random, found) = (new Random(bytes.Length), 0L);
        for (var i = 0; i < 6; i++)
        {
            var broken = (byte[])bytes.Clone();
            for (var k = 0; k < 8 * i; k++) broken[400 + random.Next(bytes.Length - 1000)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(temporary["broken.root"], broken);
            string[] reports = [.. ((int[])[1, 2, 5]).Select(threads => JsonSerializer.Serialize(FileCheck.Run(temporary["broken.root"], new FileCheckOptions { Threads = threads })))];
            Assert.Equal(reports[0], reports[1]);
            Assert.Equal(reports[0], reports[2]);
            found += JsonDocument.Parse(reports[0]).RootElement.GetProperty("ProblemCount").GetInt64();
        }
        Assert.True(found > 4, $"{found} problems");
    }

    /// <summary>Nothing but the program of the class can find it: the file is not compressed and has no checksums.</summary>
    [Fact]
    public void Run_ValueThatIsNoSuchObject_IsAProblemOfItsBasket()
    {
        using var temporary = new TemporaryFolder();
        var bytes = File.ReadAllBytes(SharedData.Path("root-written", "tree_none.root"));
        EntryRange entries;
        using (var file = RootFile.Open(SharedData.Path("root-written", "tree_none.root")))
        {
            var branch = file.GetTree("Events").StoredBranches([]).Single(branch => branch.Name == "vvi");
            var keyBytes = BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan((int)branch.BasketSeeks[1] + 14));
            Assert.Equal(0x40, bytes[branch.BasketSeeks[1] + keyBytes]);
            bytes[branch.BasketSeeks[1] + keyBytes + 3] ^= 4;        // the byte count of the first entry
            entries = new EntryRange(branch.BasketFirstEntries[1], branch.BasketFirstEntries[2]);
        }
        File.WriteAllBytes(temporary["damaged.root"], bytes);

        var report = FileCheck.Run(temporary["damaged.root"]);

        var problem = Assert.Single(report.Problems);
        Assert.StartsWith("Events/vvi, basket 1", problem.Where, StringComparison.Ordinal);
        Assert.Equal(entries, problem.Entries);
        var damaged = Assert.Single(report.Tables[0].Damaged);
        Assert.Equal(("vvi", 1), (damaged.Name, damaged.DamagedParts));
    }

    [Fact]
    public void Run_Counts_AreThoseOfTheFile()
    {
        var report = FileCheck.Run(SharedData.Path("root", "uproot-sample-5.30.00-lzma.root"));

        Assert.Equal((411, 1, 0), (report.Baskets, report.Objects, report.Pages));
        Assert.Equal(1436, FileCheck.Run(SharedData.Path("root", "nano_dy_rntuple.root")).Pages);
        Assert.Equal(36, FileCheck.Run(SharedData.Path("root", "test_multiple_cluster_groups_rntuple_v1-0-0-0.root")).Pages);
    }

    [Fact]
    public void Run_UnclosedFile_FindsWhatRootFinds()
    {
        var report = FileCheck.Run(SharedData.Path("root-written", "unclosed.root"));

        Assert.Equal(["Events"], report.Tables.Select(table => table.Path));
        Assert.Equal(1200, report.Tables[0].Entries);
        Assert.Contains("not closed by its writer", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GapThatCoversARecord_IsAProblem()
    {
        using var temporary = new TemporaryFolder();
        var bytes = File.ReadAllBytes(SharedData.Path("root-written", "gaps.root"));
        var gap = FirstGap(bytes);
        bytes[gap + 2] -= 8;             // 2048 bytes longer
        File.WriteAllBytes(temporary["gaps.root"], bytes);

        Assert.Contains(FileCheck.Run(temporary["gaps.root"]).Problems, problem => problem.Offset == gap && problem.Reason.Contains("covers the record", StringComparison.Ordinal));
    }

    private static int FirstGap(byte[] bytes)
    {
        var position = 100;
        while (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(position)) is > 0 and var length) position += length;
        return position;
    }
}
