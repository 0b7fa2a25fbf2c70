namespace Ristretto.Bytes.Sources.Remote;

/// <summary>Lets requests through, in the order they came, while the bytes on their way stay below a limit. One larger than the limit goes alone.</summary>
internal sealed class ByteGate(long limit)
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Bytes, TaskCompletionSource Turn)> _waiting = new();
    private long _used;

    internal async ValueTask EnterAsync(long bytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_waiting.Count == 0 && Fits(bytes))
            {
                _used += bytes;
                return;
            }
            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue((bytes, turn));
        }
        await using var registration = cancellation.Register(() => Abandon(turn, cancellation)).ConfigureAwait(false);
        await turn.Task.ConfigureAwait(false);
    }

    internal void Leave(long bytes)
    {
        lock (_lock)
        {
            _used -= bytes;
            Advance();
        }
    }

    private bool Fits(long bytes) => _used == 0 || _used <= limit - bytes;

    private void Abandon(TaskCompletionSource turn, CancellationToken cancellation)
    {
        turn.TrySetCanceled(cancellation);
        lock (_lock) Advance();     // it may have stood before one that fits
    }

    private void Advance()
    {
        while (_waiting.TryPeek(out var next) && (next.Turn.Task.IsCompleted || Fits(next.Bytes)))
        {
            _waiting.Dequeue();
            if (next.Turn.TrySetResult()) _used += next.Bytes;
        }
    }
}
