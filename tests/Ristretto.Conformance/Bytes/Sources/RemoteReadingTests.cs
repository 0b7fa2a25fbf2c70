using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Tests.Shared;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>ROOT files over the wires: only the bytes that are needed, the same values.</summary>
public sealed class RemoteReadingTests(Served served) : IDisposable
{
    private static readonly string[] s_branches = ["nJet", "Jet_pt", "Jet_eta"];

    private readonly Connections _connections = new(Served.Options, TestContext.Current.CancellationToken);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _connections.Dispose();

    /// <summary>A file of the reference data under the servers' root, by the wire it is to be read over.</summary>
    private string Address(string wire, params string[] file)
    {
        var source = SharedData.Path(file);
        if (wire.Length == 0) return source;
        var name = $"store/{file[^1]}";
        lock (served)
            if (!File.Exists(served.Files[name])) served.Files.Write(name, File.ReadAllBytes(source));
        return wire switch
        {
            "http" => $"{served.Nginx.Url}/plain/{name}",
            "http, one range" => $"{served.Nginx.Url}/one/{name}",
            _ => $"{served.Plain.Url}/{name}",
        };
    }

    [Theory]
    [InlineData("root", "NanoAODv5_sample.root")]
    [InlineData("root", "nano_tt_v12.root")]
    [InlineData("http", "NanoAODv5_sample.root")]
    [InlineData("http", "nano_tt_v12.root")]
    public void OpenAColumn_OfANanoAodFile_TakesFourRequestsAtMost(string wire, string name)
    {
        using var file = RootFile.Open(Address(wire, "root", name), _connections);
        using var context = new DecodeContext();
        using var prefetch = new BasketPrefetch();
        var tree = file.GetTree("Events");
        using var reader = new BranchReader(tree.GetBranch("MET_pt"), context);
        prefetch.Load([reader], 0, tree.Entries);
        var values = new float[tree.Entries];

        reader.ReadValues(0, values.Length, MemoryMarshal.AsBytes(values.AsSpan()));

        Assert.InRange(file.Counters.Requests, 1, 4);
        Assert.Contains(values, value => value > 0);
    }

    [Fact]
    public void ReadThreeBranches_OverXrootd_MovesLittleMoreThanTheirCompressedBytes()
    {
        var address = Address("root", "samples", "data_UL18_A.root");
        using var relay = new TcpRelay(served.Plain.Port);
        using var file = RootFile.Open($"root://127.0.0.1:{relay.Port}//store/data_UL18_A.root", _connections);
        var tree = file.GetTree("Events");
        var branches = s_branches.Select(tree.GetBranch).ToArray();
        var (asked, moved) = (file.Counters.BytesRead, relay.BytesBack);

        var values = ReadAll(tree, branches);

        var compressed = branches.Sum(branch => branch.CompressedBytes);
        Assert.InRange(file.Counters.BytesRead - asked, 0.9 * compressed, 1.3 * compressed);
        Assert.InRange(relay.BytesBack - moved, 0.9 * compressed, 1.3 * compressed);
        TestContext.Current.SendDiagnosticMessage($"{address}: {compressed} bytes compressed, {relay.BytesBack - moved} moved, {moved} to open, {file.Counters.Requests} requests");

        using var local = RootFile.Open(Address("", "samples", "data_UL18_A.root"));
        Assert.Equal(ReadAll(local.GetTree("Events"), [.. s_branches.Select(local.GetTree("Events").GetBranch)]), values);
    }

    [Theory]
    [InlineData("root", 1)]
    [InlineData("root", 3)]
    [InlineData("http", 2)]
    [InlineData("http, one range", 2)]
    public void Run_OverAWire_GivesTheLocalResult(string wire, int threads)
    {
        string[] names = ["data_UL18_A.root", "data_UL18_B.root", "TTToHadronic_UL18.root"];
        var (expected, _) = Sums([.. names.Select(name => Address("", "samples", name))], new RunOptions { Threads = 2 });

        var (sums, report) = Sums([.. names.Select(name => Address(wire, "samples", name))], new RunOptions { Threads = threads, Connections = _connections });

        Assert.Equal(expected, sums);
        // the files' descriptions are read once for all threads, and the columns once
        var columns = report.Columns.Sum(column => column.CompressedBytes);
        Assert.InRange(report.BytesRead, columns, (1.3 * columns) + (names.Length * 400_000));
    }

    private static (string Sums, RunReport Report) Sums(string[] files, RunOptions options)
    {
        var (events, jets, pt) = (0L, 0L, 0L);
        var report = Nano.Open(files).Run(ev =>
        {
            Interlocked.Add(ref events, ev.Length);
            foreach (var value in ev.Jet.Pt.Values)
            {
                Interlocked.Increment(ref jets);
                Interlocked.Add(ref pt, BitConverter.SingleToInt32Bits(value));
            }
        }, options);
        return ($"{events} {jets} {pt}", report);
    }

    private static byte[] ReadAll(Tree tree, Branch[] branches)
    {
        using var context = new DecodeContext();
        using var prefetch = new BasketPrefetch();
        var readers = branches.Select(branch => new BranchReader(branch, context)).ToArray();
        var boundaries = tree.ClusterBoundaries(branches);
        using var values = new MemoryStream();
        for (var i = 0; i + 1 < boundaries.Count; i++)
        {
            var (first, count) = (boundaries[i], (int)(boundaries[i + 1] - boundaries[i]));
            prefetch.Load(readers, first, boundaries[i + 1]);
            if (i + 2 < boundaries.Count) prefetch.LoadAhead(readers, boundaries[i + 1], boundaries[i + 2]);
            foreach (var reader in readers)
            {
                var part = new byte[reader.ValueBytes(first, count)];
                reader.ReadValues(first, count, part);
                values.Write(part);
            }
        }
        foreach (var reader in readers) reader.Dispose();
        return values.ToArray();
    }
}
