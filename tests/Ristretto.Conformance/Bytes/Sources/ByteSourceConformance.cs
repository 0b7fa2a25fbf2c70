using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>What every source promises, whatever the wire.</summary>
public abstract class ByteSourceConformance(Served served) : IDisposable
{
    private readonly List<IDisposable> _open = [];

    private protected ServedFiles Files => served.Files;

    private protected Served Served => served;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The path or address of a file below <c>store/</c>.</summary>
    private protected abstract string PathOf(string name);

    private protected virtual SourceOptions Options => Served.Options;

    /// <summary>Whether the file comes in parts over a network.</summary>
    private protected virtual bool IsRemote => true;

    /// <summary>Whether the file is fetched when it is opened.</summary>
    private protected virtual bool IsFetchedWhole => false;

    /// <summary>Most requests that several hundred small ranges far from each other may take.</summary>
    private protected virtual int MostRequestsForManyRanges => 20;

    private ByteSource Open(string name, SourceOptions? options = null)
    {
        var connections = new Connections(options ?? Options, Cancellation);
        _open.Insert(0, connections);
        var source = connections.Open(PathOf(name));
        _open.Insert(0, source);
        return source;
    }

    /// <summary>Closes what the test opened.</summary>
    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
        GC.SuppressFinalize(this);
    }

    private byte[] Expected(IEnumerable<ByteRange> ranges) => [.. ranges.SelectMany(range => Files.Large[(int)range.Offset..(int)range.End])];

    [Fact]
    public void Open_AFile_KnowsPathAndLength()
    {
        var source = Open("large.bin");

        Assert.Equal((PathOf("large.bin"), ServedFiles.LargeLength, IsRemote), (source.Path, source.Length, source.IsRemote));
    }

    [Fact]
    public void Open_NoSuchFile_SaysSo() =>
        Assert.Contains("no such file", Assert.Throws<SourceException>(() => Open("nowhere.bin")).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_EmptyFile_SaysSo() =>
        Assert.EndsWith("the file is empty", Assert.Throws<SourceException>(() => Open("empty.bin")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 300_000)]
    [InlineData(65_000, 1_000)]
    [InlineData(1_234_567, 4_321)]
    [InlineData(1_000_000, 9_000_000)]
    [InlineData(ServedFiles.LargeLength - 7, 7)]
    [InlineData(ServedFiles.LargeLength, 0)]
    public async Task Read_AtAnOffset_GivesTheBytes(int offset, int count)
    {
        var source = Open("large.bin");
        var (first, second) = (new byte[count], new byte[count]);

        source.Read(offset, first);
        await source.ReadAsync(offset, second, Cancellation);

        Assert.True(Files.Large.AsSpan(offset, count).SequenceEqual(first));
        Assert.True(Files.Large.AsSpan(offset, count).SequenceEqual(second));
    }

    [Fact]
    public void Read_SmallFile_GivesTheBytes()
    {
        var source = Open("small.bin");
        var bytes = new byte[1000];

        source.Read(0, bytes);

        Assert.Equal(Files.Large[..1000], bytes);
    }

    [Theory]
    [InlineData(ServedFiles.LargeLength, 1)]
    [InlineData(-1, 1)]
    [InlineData(long.MaxValue, 1)]
    public void Read_OutsideTheFile_IsOurError(long offset, int count)
    {
        var source = Open("large.bin");

        Assert.Throws<SourceException>(() => source.Read(offset, new byte[count]));
        Assert.Throws<SourceException>(() => source.Read([new ByteRange(offset, count)], new byte[count]));
    }

    [Fact]
    public void Read_RangesInAnyOrderAndOverlapping_GivesTheirBytesInTheOrderAsked()
    {
        var source = Open("large.bin");
        ByteRange[] ranges = [new(9_000_000, 5_000), new(100, 50), new(9_002_000, 4_000), new(5_000_000, 3_000_000), new(9_000_000, 5_000), new(70_000, 0), new(12_000_000, 1)];
        var bytes = new byte[ranges.Sum(range => range.Length)];

        source.Read(ranges, bytes);

        Assert.True(Expected(ranges).AsSpan().SequenceEqual(bytes));
    }

    [Fact]
    public void Read_DestinationTooShort_IsAnArgumentError()
    {
        var source = Open("large.bin");

        Assert.Throws<ArgumentException>(() => source.Read([new ByteRange(0, 10), new ByteRange(20, 10)], new byte[19]));
    }

    [Fact]
    public async Task Read_ManySmallRanges_TakesFewRequestsAndNoOtherBytes()
    {
        var source = Open("large.bin");
        ByteRange[] ranges = [.. Enumerable.Range(0, 600).Select(i => new ByteRange(100_000 + (i * 20_000L), 500 + i))];
        var bytes = new byte[ranges.Sum(range => range.Length)];
        var (requests, read) = (source.Counters.Requests, source.Counters.BytesRead);

        await source.ReadAsync(ranges, bytes, Cancellation);

        Assert.True(Expected(ranges).AsSpan().SequenceEqual(bytes));
        Assert.InRange(source.Counters.Requests - requests, IsFetchedWhole ? 0 : 1, MostRequestsForManyRanges);
        Assert.InRange(source.Counters.BytesRead - read, IsFetchedWhole ? 0 : bytes.Length, 1.3 * bytes.Length);
        Assert.Equal(0, source.Counters.Retries);
    }

    [Fact]
    public void Read_LimitOfBytesInFlight_IsKept()
    {
        const int limit = 300_000;
        var source = Open("large.bin", Options with { BytesInFlight = limit });
        ByteRange[] ranges = [new(1_000_000, 8_000_000), .. Enumerable.Range(0, 50).Select(i => new ByteRange(9_000_000 + (i * 50_000L), 10_000))];
        var bytes = new byte[ranges.Sum(range => range.Length)];

        source.Read(ranges, bytes);

        Assert.True(Expected(ranges).AsSpan().SequenceEqual(bytes));
        Assert.InRange(source.Counters.MostBytesInFlight, 0, limit);
    }

    [Fact]
    public void Read_FromManyThreads_GivesEachItsBytes()
    {
        var source = Open("large.bin");
        var wrong = 0;
        var threads = Enumerable.Range(0, 8).Select(thread => new Thread(() =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 20; i++)
            {
                var offset = random.Next(ServedFiles.LargeLength - 100_000);
                var bytes = new byte[random.Next(100_000)];
                source.Read(offset, bytes);
                if (!Files.Large.AsSpan(offset, bytes.Length).SequenceEqual(bytes)) Interlocked.Increment(ref wrong);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Read_Cancelled_EndsAndTheSourceStaysUsable()
    {
        var source = Open("large.bin");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var bytes = new byte[4_000_000];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await source.ReadAsync(1_000_000, bytes, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await source.ReadAsync([new(1_000_000, 2_000_000), new(4_000_000, 2_000_000)], bytes, stop.Token));

        await source.ReadAsync(1_000_000, bytes, Cancellation);
        Assert.True(Files.Large.AsSpan(1_000_000, bytes.Length).SequenceEqual(bytes));
    }

    [Fact]
    public void Expand_Folder_GivesItsRootFilesInNaturalOrder()
    {
        if (!CanList) Assert.Skip("this wire cannot list");
        using var connections = new Connections(Options, Cancellation);

        Assert.Equal([.. new[] { "many/f1.root", "many/f2.root", "many/f10.root" }.Select(PathOf), PathOfSpaced], connections.Expand(PathOf("many/")));
        Assert.Equal([PathOf("many/f1.root"), PathOf("many/f2.root")], connections.Expand(PathOf("many/f?.root").Replace('?', IsHttp ? '*' : '?')).Where(path => !path.EndsWith("/f10.root", StringComparison.Ordinal)));
        Assert.Equal([PathOf("many/f1.root"), PathOf("many/f10.root")], connections.Expand(PathOf("m*/f1*.root")));
        Assert.Equal([PathOf("many/deeper/f3.root")], connections.Expand(PathOf("**/f[3-9].root")));
        Assert.Equal([PathOf("many/f10.root"), PathOf("many/f1.root")], connections.Expand(PathOf("many/f{10,1,7}.root")));
        Assert.Equal([PathOf("large.bin")], connections.Expand(PathOf("large.bin")));
        Assert.Contains("no file matches", Assert.Throws<SourceException>(() => connections.Expand(PathOf("many/g*.root"))).Message, StringComparison.Ordinal);
        Assert.Contains("there is no folder", Assert.Throws<SourceException>(() => connections.Expand(PathOf("nowhere/*.root"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileWithASpaceInItsName_Works()
    {
        if (!CanList) Assert.Skip("this wire cannot list");
        Assert.Equal(2000, Open("many/with space.root").Length);
    }

    /// <summary>Whether folders can be listed.</summary>
    private protected virtual bool CanList => true;

    private bool IsHttp => PathOf("").StartsWith("http", StringComparison.Ordinal);

    private string PathOfSpaced => PathOf("many/with space.root");
}
