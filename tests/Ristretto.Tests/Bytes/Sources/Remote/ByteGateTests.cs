using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Tests.Bytes.Sources.Remote;

public sealed class ByteGateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enter_BeyondTheLimit_WaitsInTheOrderOfArrival()
    {
        var gate = new ByteGate(100);
        await gate.EnterAsync(60, Cancellation);
        var (second, third) = (gate.EnterAsync(50, Cancellation).AsTask(), gate.EnterAsync(10, Cancellation).AsTask());

        Assert.False(second.IsCompleted);
        Assert.False(third.IsCompleted);
        gate.Leave(60);
        await second;
        await third;
    }

    [Fact]
    public async Task Enter_MoreThanTheLimit_GoesAlone()
    {
        var gate = new ByteGate(100);
        await gate.EnterAsync(1000, Cancellation);
        var next = gate.EnterAsync(1, Cancellation).AsTask();

        Assert.False(next.IsCompleted);
        gate.Leave(1000);
        await next;
    }

    [Fact]
    public async Task Enter_CancelledWhileWaiting_LetsTheNextThrough()
    {
        var gate = new ByteGate(100);
        using var stop = new CancellationTokenSource();
        await gate.EnterAsync(60, Cancellation);
        var (large, small) = (gate.EnterAsync(90, stop.Token).AsTask(), gate.EnterAsync(40, Cancellation).AsTask());

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        await small;
        gate.Leave(40);
        gate.Leave(60);
        await gate.EnterAsync(100, Cancellation);
    }
}
