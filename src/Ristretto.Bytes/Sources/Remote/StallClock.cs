using System.Diagnostics;

namespace Ristretto.Bytes.Sources.Remote;

/// <summary>Runs out when nothing has moved for a given time; each sign of progress winds it up again.</summary>
internal sealed class StallClock : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _over;
    private readonly Timer _timer;
    private long _last = Stopwatch.GetTimestamp();
    private int _isOver;

    /// <summary>A clock that starts now.</summary>
    /// <param name="limit">The time without progress.</param>
    /// <param name="outer">Cancels <see cref="Token"/> too.</param>
    internal StallClock(TimeSpan limit, CancellationToken outer)
    {
        _limit = limit;
        _over = CancellationTokenSource.CreateLinkedTokenSource(outer);
        var period = TimeSpan.FromMilliseconds(Math.Clamp(limit.TotalMilliseconds / 20, 5, 1000));
        _timer = new Timer(static state => ((StallClock)state!).Look(), this, period, period);
    }

    /// <summary>Cancelled when the clock runs out.</summary>
    internal CancellationToken Token => _over.Token;

    /// <summary>Whether it ran out.</summary>
    internal bool IsOver => Volatile.Read(ref _isOver) != 0;

    /// <summary>Time until it runs out if nothing moves.</summary>
    internal TimeSpan Left => _limit - Stopwatch.GetElapsedTime(Volatile.Read(ref _last));

    /// <summary>Something moved.</summary>
    internal void Note() => Volatile.Write(ref _last, Stopwatch.GetTimestamp());

    /// <summary>A wait was announced: the limit counts from its end.</summary>
    internal void Grant(TimeSpan wait) => Volatile.Write(ref _last, Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency));

    public void Dispose()
    {
        _timer.Dispose();
        _over.Dispose();
    }

    private void Look()
    {
        if (Left > TimeSpan.Zero || Interlocked.Exchange(ref _isOver, 1) != 0) return;
        try
        {
            _over.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // what it watched has just ended
        }
    }
}
