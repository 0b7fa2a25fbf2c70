using System.Diagnostics;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>HTTP servers that behave badly: the bytes come right in the end, or there is one clear error in time.</summary>
public sealed class UnrulyHttpTests : IDisposable
{
    private static readonly byte[] s_content = Content(400_000, 7);
    private static readonly SourceOptions s_patient = new() { StallTime = TimeSpan.FromSeconds(6) };
    private static readonly SourceOptions s_impatient = new() { StallTime = TimeSpan.FromSeconds(1.5) };

    private readonly UnrulyHttpServer _server = new(s_content);
    private readonly List<IDisposable> _open = [];

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
        _server.Dispose();
    }

    private static byte[] Content(int length, int seed)
    {
        var content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }

    private ByteSource Open(SourceOptions? options = null)
    {
        var connections = new Connections(options ?? s_patient, TestContext.Current.CancellationToken);
        _open.Insert(0, connections);
        var source = connections.Open(_server.Url);
        _open.Insert(0, source);
        return source;
    }

    private static void ReadAndCompare(ByteSource source, params ByteRange[] ranges)
    {
        var bytes = new byte[ranges.Sum(range => range.Length)];
        source.Read(ranges, bytes);
        Assert.True(ranges.SelectMany(range => s_content[(int)range.Offset..(int)range.End]).SequenceEqual(bytes));
    }

    private static readonly ByteRange[] s_several = [new(100_000, 10_000), new(150_000, 20_000), new(200_000, 1_000), new(300_000, 500), new(399_000, 1_000)];

    public static TheoryData<int> Transient() =>
        [.. new[] { HttpFault.CutOff, HttpFault.OtherRange, HttpFault.Failure, HttpFault.Busy, HttpFault.Close, HttpFault.Silence, HttpFault.HalfThenSilence }.Select(fault => (int)fault)];

    [Theory]
    [MemberData(nameof(Transient))]
    public void Read_FailsOnce_SucceedsWhenRepeated(int fault)
    {
        var source = Open(s_impatient with { StallTime = TimeSpan.FromSeconds(3) });
        _server.Next.Enqueue((HttpFault)fault);

        ReadAndCompare(source, new ByteRange(200_000, 50_000));

        // a connection that was kept may be closed at any time: that is repeated without a word
        Assert.InRange(source.Counters.Retries, fault == (int)HttpFault.Close ? 0 : 1, 1);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public void ReadSeveral_FailsOnce_SucceedsInTheEnd(int fault)
    {
        var source = Open(s_impatient with { StallTime = TimeSpan.FromSeconds(3) });
        _server.Next.Enqueue((HttpFault)fault);

        ReadAndCompare(source, s_several);
    }

    [Theory]
    [InlineData((int)HttpFault.CutOff)]
    [InlineData((int)HttpFault.Failure)]
    [InlineData((int)HttpFault.Close)]
    [InlineData((int)HttpFault.Silence)]
    public void Open_FailsOnce_SucceedsWhenRepeated(int fault)
    {
        _server.Next.Enqueue((HttpFault)fault);

        ReadAndCompare(Open(s_impatient with { StallTime = TimeSpan.FromSeconds(3) }), new ByteRange(0, 100));
    }

    [Theory]
    [InlineData((int)HttpFault.RefuseSeveral, 6)]
    [InlineData((int)HttpFault.FirstOnly, 5)]
    [InlineData((int)HttpFault.Reordered, 1)]
    public void ReadSeveral_ServerSendsThemInItsOwnWay_GivesTheBytes(int fault, int requests)
    {
        _server.Always = (HttpFault)fault;
        var source = Open();
        var before = source.Counters.Requests;

        ReadAndCompare(source, s_several);

        Assert.Equal((requests, 0), (source.Counters.Requests - before, source.Counters.Retries));
        ReadAndCompare(source, s_several);
    }

    [Fact]
    public void ReadSeveral_ReplyWithoutAnEnd_IsRepeated()
    {
        var source = Open();
        _server.Next.Enqueue(HttpFault.NoLastBoundary);

        ReadAndCompare(source, s_several);

        Assert.Equal(1, source.Counters.Retries);
    }

    [Fact]
    public void Read_SlowButSteady_IsNotGivenUp()
    {
        var source = Open(s_impatient with { StallTime = TimeSpan.FromSeconds(0.9) });
        _server.Next.Enqueue(HttpFault.Drip);
        var watch = Stopwatch.StartNew();

        ReadAndCompare(source, new ByteRange(200_000, 50_000));

        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1.4));
        Assert.Equal(0, source.Counters.Retries);
    }

    [Theory]
    [InlineData((int)HttpFault.Silence)]
    [InlineData((int)HttpFault.HalfThenSilence)]
    public void Read_SilentForGood_IsOneErrorWithinTheStallTime(int fault)
    {
        var source = Open(s_impatient with { StallTime = TimeSpan.FromSeconds(1.2), Retries = fault == (int)HttpFault.HalfThenSilence ? 1 : 8 });
        _server.Always = (HttpFault)fault;
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<SourceException>(() => source.Read(200_000, new byte[50_000]));

        Assert.Matches("nothing has arrived for 1.2 s|was silent for 0.4 s \\(tried 2 times\\)", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3.5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Read_FailsAlways_SaysHowOftenItWasTried()
    {
        var source = Open(s_patient with { Retries = 2 });
        _server.Always = HttpFault.Failure;

        var error = Assert.Throws<SourceException>(() => source.Read(200_000, new byte[10]));

        Assert.Equal($"{_server.Url}: 127.0.0.1:{_server.Port} answers 500 Broken (tried 3 times)", error.Message);
        Assert.True(error.IsRetryable);
    }

    [Fact]
    public void Read_RetriesForbidden_FailsAtOnce()
    {
        var source = Open(s_patient with { Retries = 0 });
        _server.Next.Enqueue(HttpFault.Failure);

        Assert.Throws<SourceException>(() => source.Read(200_000, new byte[10]));
        ReadAndCompare(source, new ByteRange(200_000, 10));
    }

    [Theory]
    [InlineData(400_000)]
    [InlineData(350_000)]
    public void Read_FileReplaced_IsOneClearError(int newLength)
    {
        var source = Open();
        _server.Replace(Content(newLength, 8));

        var one = Assert.Throws<SourceException>(() => source.Read(200_000, new byte[10]));
        var several = Assert.Throws<SourceException>(() => source.Read(s_several, new byte[100_000]));

        Assert.Contains("the file was replaced while it was being read", one.Message, StringComparison.Ordinal);
        Assert.Contains("the file was replaced while it was being read", several.Message, StringComparison.Ordinal);
        Assert.False(one.IsRetryable);
    }

    [Fact]
    public void Open_RedirectionsInACircle_SaysSo()
    {
        _server.Always = HttpFault.Circle;

        Assert.Contains("sends us round in a circle", Assert.Throws<SourceException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyTimes_KeepsItsConnection()
    {
        var source = Open();
        for (var i = 0; i < 50; i++) ReadAndCompare(source, new ByteRange(100_000 + i, 100));

        Assert.InRange(_server.Connections, 1, 2);
    }

    [Fact]
    public void Open_NobodyListens_SaysSo()
    {
        var port = ServerProcess.FreePort();
        using var connections = new Connections(s_patient with { Retries = 1 }, TestContext.Current.CancellationToken);

        var error = Assert.Throws<SourceException>(() => connections.Open($"http://127.0.0.1:{port}/a.root"));

        Assert.Contains($"no connection to 127.0.0.1:{port}", error.Message, StringComparison.Ordinal);
    }
}
