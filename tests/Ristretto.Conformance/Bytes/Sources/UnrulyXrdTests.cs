using System.Diagnostics;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>XRootD servers that put off, send elsewhere, fail or talk nonsense.</summary>
public sealed class UnrulyXrdTests : IDisposable
{
    private static readonly byte[] s_content = Content();
    private static readonly SourceOptions s_options = new() { StallTime = TimeSpan.FromSeconds(3) };

    private readonly UnrulyXrdServer _server = new(s_content);
    private readonly List<IDisposable> _open = [];

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
        _server.Dispose();
    }

    private static byte[] Content()
    {
        var content = new byte[400_000];
        new Random(9).NextBytes(content);
        return content;
    }

    private ByteSource Open(SourceOptions? options = null)
    {
        var connections = new Connections(options ?? s_options, TestContext.Current.CancellationToken);
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

    [Fact]
    public void Read_ReplyInPieces_IsPutTogether()
    {
        var source = Open();
        _server.Once(UnrulyXrdServer.Read, (stream, request) => _server.AnswerInPieces(stream, request, TimeSpan.Zero));

        ReadAndCompare(source, new ByteRange(100_000, 50_000));
    }

    [Fact]
    public void Read_VectorInAnotherOrder_IsPutWhereItBelongs() =>
        ReadAndCompare(Open(), new(100_000, 10), new(200_000, 20_000), new(300_000, 1), new(399_000, 1_000));

    [Fact]
    public void Read_SlowButSteady_IsNotGivenUp()
    {
        var source = Open(s_options with { StallTime = TimeSpan.FromSeconds(0.9) });
        _server.Once(UnrulyXrdServer.Read, (stream, request) => _server.AnswerInPieces(stream, request, TimeSpan.FromMilliseconds(150)));

        ReadAndCompare(source, new ByteRange(100_000, 50_000));

        Assert.Equal(0, source.Counters.Retries);
    }

    [Theory]
    [InlineData(UnrulyXrdServer.Open)]
    [InlineData(UnrulyXrdServer.Read)]
    public void Wait_BeyondTheStallTime_IsObeyed(int request)
    {
        _server.Once(request, (stream, asked) => UnrulyXrdServer.SayWait(stream, asked, 1));
        var watch = Stopwatch.StartNew();

        var source = Open(s_options with { StallTime = TimeSpan.FromSeconds(0.6) });
        ReadAndCompare(source, new ByteRange(100_000, 50_000));

        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.9), $"{watch.Elapsed}");       // timers are not exact
        Assert.Equal(0, source.Counters.Retries);
    }

    [Fact]
    public void Wait_LongerThanAllowed_IsOneClearError()
    {
        _server.Once(UnrulyXrdServer.Open, static (stream, asked) => UnrulyXrdServer.SayWait(stream, asked, 600));

        var error = Assert.Throws<SourceException>(() => Open(s_options with { LongestWait = TimeSpan.FromSeconds(60) }));

        Assert.Equal($"{_server.Url}: 127.0.0.1:{_server.Port} asks to wait for more than 60 s: patience", error.Message);
    }

    [Theory]
    [InlineData(UnrulyXrdServer.Open)]
    [InlineData(UnrulyXrdServer.Read)]
    public void LateAnswer_IsTaken(int request)
    {
        _server.Once(request, (stream, asked) => _server.AnswerLater(stream, asked, TimeSpan.FromSeconds(0.7)));

        var source = Open(s_options with { StallTime = TimeSpan.FromSeconds(0.6) });
        ReadAndCompare(source, new ByteRange(100_000, 50_000));

        Assert.Equal(0, source.Counters.Retries);
    }

    [Theory]
    [InlineData(3007)]
    [InlineData(3012)]
    [InlineData(3024)]
    public void Read_ServerInTrouble_IsRepeated(int error)
    {
        var source = Open();
        _server.Once(UnrulyXrdServer.Read, (stream, asked) => UnrulyXrdServer.SayError(stream, asked, error, "trouble"));

        ReadAndCompare(source, new ByteRange(100_000, 50_000));

        Assert.Equal(1, source.Counters.Retries);
    }

    [Fact]
    public void Read_TroubleWithoutEnd_SaysWhatTheServerSays()
    {
        var source = Open(s_options with { Retries = 1 });
        for (var i = 0; i < 2; i++) _server.Once(UnrulyXrdServer.Read, static (stream, asked) => UnrulyXrdServer.SayError(stream, asked, 3007, "the disk burns"));

        var error = Assert.Throws<SourceException>(() => source.Read(100_000, new byte[10]));

        Assert.Equal($"{_server.Url}: 127.0.0.1:{_server.Port} says: the disk burns (error 3007) (tried 2 times)", error.Message);
    }

    [Fact]
    public void Open_NotAllowed_SaysSoAtOnce()
    {
        _server.Once(UnrulyXrdServer.Open, static (stream, asked) => UnrulyXrdServer.SayError(stream, asked, 3010, "you shall not pass"));

        var error = Assert.Throws<SourceException>(() => Open());

        Assert.Equal($"{_server.Url}: 127.0.0.1:{_server.Port} gives no permission to read it (you shall not pass)", error.Message);
        Assert.False(error.IsRetryable);
    }

    [Fact]
    public void Read_MoreThanAskedFor_IsRefusedAndRepeated()
    {
        var source = Open();
        _server.Once(UnrulyXrdServer.Read, _server.AnswerTooMuch);

        ReadAndCompare(source, new ByteRange(100_000, 50_000));

        Assert.Equal(1, source.Counters.Retries);
    }

    [Fact]
    public void Read_Nonsense_IsRepeatedOnANewConnection()
    {
        var source = Open();
        _server.Once(UnrulyXrdServer.Read, UnrulyXrdServer.AnswerNonsense);

        ReadAndCompare(source, new ByteRange(100_000, 50_000));

        Assert.Equal((1, 2), (source.Counters.Retries, _server.Connections));
    }

    [Fact]
    public void Open_SentElsewhere_GoesThereAndComesBackWhenThatFails()
    {
        var nobody = ServerProcess.FreePort();
        _server.Once(UnrulyXrdServer.Open, (stream, asked) => UnrulyXrdServer.SendTo(stream, asked, "127.0.0.1?org.token=7", nobody));

        ReadAndCompare(Open(), new ByteRange(100_000, 50_000));

        Assert.Equal(["/data.root", $"/data.root?tried=127.0.0.1:{nobody}&triedrc=ioerr"], _server.Opened);
    }

    [Fact]
    public void Open_SentRoundWithoutEnd_IsOneClearError()
    {
        using var other = new UnrulyXrdServer(s_content);
        for (var i = 0; i < 20; i++)
        {
            _server.Once(UnrulyXrdServer.Open, (stream, asked) => UnrulyXrdServer.SendTo(stream, asked, "127.0.0.1", other.Port));
            other.Once(UnrulyXrdServer.Open, (stream, asked) => UnrulyXrdServer.SendTo(stream, asked, "127.0.0.1", _server.Port));
        }

        Assert.Contains("without an end", Assert.Throws<SourceException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AuthenticationThatIsNotBuilt_IsNamed()
    {
        _server.Authentication = "&P=gsi,v:10400,c:ssl&P=ztn,0:4096:";

        var error = Assert.Throws<SourceException>(() => Open());

        Assert.Contains("wants authentication by gsi or ztn", error.Message, StringComparison.Ordinal);
        Assert.Contains("tokens (ztn), grid certificates (gsi) and Kerberos (krb5) are not", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SssWithoutAKey_SaysWhatIsMissing()
    {
        _server.Authentication = "&P=sss,0.13:/nowhere";

        Assert.Contains("cannot be read", Assert.Throws<SourceException>(() => Open(s_options with { Keytab = "/nowhere/keytab" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EncryptionThatIsNotOffered_IsRefused()
    {
        using var connections = new Connections(s_options, TestContext.Current.CancellationToken);

        Assert.Contains("offers no encrypted connections", Assert.Throws<SourceException>(() => connections.Open(_server.Url.Replace("root:", "roots:"))).Message, StringComparison.Ordinal);
    }
}
