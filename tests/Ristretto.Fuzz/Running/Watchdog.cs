using System.Diagnostics;

namespace Ristretto.Fuzz.Running;

/// <summary>Notices an input that takes too long: too much of the processor, or, when it only waits, a multiple of that by the clock. A busy machine is no hang.</summary>
internal sealed class Watchdog : IDisposable
{
    private const int ClockFactor = 5;

    private readonly TimeSpan _limit;
    private readonly Action<FuzzCase, TimeSpan> _onHang;
    private readonly ManualResetEventSlim _ended = new();
    private readonly Thread _thread;
    private volatile FuzzCase? _current;

    /// <summary>Starts to watch.</summary>
    /// <param name="limit">Longest time of the processor for one input.</param>
    /// <param name="onHang">Called once for each input that takes longer, while it still runs.</param>
    internal Watchdog(TimeSpan limit, Action<FuzzCase, TimeSpan> onHang)
    {
        (_limit, _onHang) = (limit, onHang);
        _thread = new Thread(Watch) { IsBackground = true, Name = "watchdog" };
        _thread.Start();
    }

    /// <summary>The input at hand; null between inputs.</summary>
    internal FuzzCase? Current
    {
        set => _current = value;
    }

    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _ended.Dispose();
    }

    private void Watch()
    {
        var (seen, clock, processor) = ((FuzzCase?)null, 0L, TimeSpan.Zero);
        var told = (FuzzCase?)null;
        while (!_ended.Wait(_limit / 20))
        {
            var current = _current;
            if (current is null || !ReferenceEquals(current, seen))
            {
                (seen, clock, processor) = (current, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                continue;
            }
            var (waited, worked) = (Stopwatch.GetElapsedTime(clock), Environment.CpuUsage.TotalTime - processor);
            if (ReferenceEquals(told, current) || (worked < _limit && waited < ClockFactor * _limit)) continue;
            told = current;
            _onHang(current, worked < _limit ? waited : worked);
        }
    }
}
