using System.Diagnostics;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>Real servers that are killed or frozen while they are read from.</summary>
public sealed class XrootdFailureTests : IDisposable
{
    private static readonly SourceOptions s_options = new() { StallTime = TimeSpan.FromSeconds(6) };

    private readonly ServedFiles _files = new();
    private readonly List<IDisposable> _open = [];

    /// <summary>Ends the servers.</summary>
    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
        _files.Dispose();
    }

    private T Keep<T>(T disposable) where T : IDisposable
    {
        _open.Insert(0, disposable);
        return disposable;
    }

    private ByteSource Open(string url, SourceOptions options) => Keep(Keep(new Connections(options, TestContext.Current.CancellationToken)).Open($"{url}/store/large.bin"));

    private void ReadAll(ByteSource source, Action<int> between)
    {
        const int step = 500_000;
        var bytes = new byte[step];
        for (var at = 0; at + step <= ServedFiles.LargeLength; at += step)
        {
            between(at / step);
            source.Read(at, bytes);
            Assert.True(_files.Large.AsSpan(at, step).SequenceEqual(bytes));
        }
    }

    [Fact]
    public void Read_ServerKilledInMidReadAndStartedAgain_GoesOn()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var source = Open(server.Url, s_options);

        ReadAll(source, step =>
        {
            if (step != 5) return;
            server.Process.Freeze();        // so that the read is under way when the end comes
            new Thread(() =>
            {
                Thread.Sleep(300);
                server.Process.Kill();
                server.Restart();
            }).Start();
        });

        Assert.InRange(source.Counters.Retries, 1, 10);
    }

    [Fact]
    public void Read_ServerKilledForGood_IsOneErrorInTime()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var source = Open(server.Url, s_options with { StallTime = TimeSpan.FromSeconds(2) });
        server.Process.Kill();
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<SourceException>(() => source.Read(3_000_000, new byte[1_000_000]));

        Assert.Matches("nothing has arrived for 2 s; before that: no connection to localhost:[0-9]+: Connection refused", error.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(6), $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_ServerFrozenForAWhile_GoesOn()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var source = Open(server.Url, s_options);

        ReadAll(source, step =>
        {
            if (step != 5) return;
            server.Process.Freeze();
            new Thread(() =>
            {
                Thread.Sleep(500);
                server.Process.Thaw();
            }).Start();
        });
    }

    [Fact]
    public void Read_ServerFrozenForGood_IsOneErrorInTime()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var source = Open(server.Url, s_options with { StallTime = TimeSpan.FromSeconds(1.5) });
        server.Process.Freeze();
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<SourceException>(() => source.Read([new(3_000_000, 1_000_000), new(9_000_000, 1_000_000)], new byte[2_000_000]));

        Assert.Contains("nothing has arrived for 1.5 s; before that: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(6), $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_OneOfTwoDataServersKilled_GoesOnWithTheOther()
    {
        var cluster = Keep(new XrootdCluster(_files.Root));
        var source = Open(cluster.Url, s_options with { StallTime = TimeSpan.FromSeconds(15) });

        ReadAll(source, step =>
        {
            if (step == 5) cluster.Servers[0].Process.Kill();
            if (step == 12) cluster.Servers[0].Restart();
            if (step == 16) cluster.Servers[1].Process.Kill();
        });
    }

    [Fact]
    public void Read_ConnectionCut_IsMadeAgain()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var relay = Keep(new TcpRelay(server.Port));
        var source = Open($"root://127.0.0.1:{relay.Port}/", s_options);

        ReadAll(source, step =>
        {
            if (step is 3 or 9) relay.Cut();
        });

        Assert.Equal(3, relay.Connections);
    }

    [Fact]
    public void Open_ManyFilesOfOneServer_ShareAConnection()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var relay = Keep(new TcpRelay(server.Port));
        var connections = Keep(new Connections(s_options, TestContext.Current.CancellationToken));
        var sources = Enumerable.Range(0, 8).Select(_ => Keep(connections.Open($"root://127.0.0.1:{relay.Port}//store/large.bin"))).ToList();

        var threads = sources.Select((source, i) => new Thread(() => source.Read(i * 1_000_000, new byte[1_000_000]))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(1, relay.Connections);
        Assert.InRange(relay.BytesBack, 8_000_000, 8_010_000 + (8 * 65536));
    }

    [Fact]
    public void Open_FileReplaced_IsOneClearError()
    {
        var server = Keep(new XrootdServer(XrootdKind.Plain, _files.Root));
        var relay = Keep(new TcpRelay(server.Port));
        var source = Open($"root://127.0.0.1:{relay.Port}/", s_options);
        _files.Write("store/large.bin", new byte[5_000_000]);
        relay.Cut();

        var error = Assert.Throws<SourceException>(() => source.Read(3_000_000, new byte[10]));

        Assert.Contains("the file was replaced while it was being read", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsRetryable);
    }
}
