using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Checks many parts on several threads. What was found is handed over in the order of the parts, so that it does not depend on the number of threads.</summary>
internal sealed class CheckCrew(Findings findings, int threads) : IDisposable
{
    private readonly ConcurrentBag<CheckRoom> _rooms = [];

    /// <summary>Checks parts 0 up to <paramref name="count"/>, then hands over what each of them gave.</summary>
    /// <param name="count">Number of parts.</param>
    /// <param name="check">Checks a part; runs on several threads at once.</param>
    /// <param name="take">Takes the result of a part, or the error with which it ended when that says something about the file; part after part.</param>
    public void Run<T>(int count, Func<int, CheckRoom, T> check, Action<int, T?, RistrettoException?> take)
    {
        var results = new (T? Value, Exception? Error)[count];
        if (count == 1 || threads == 1)
        {
            for (var i = 0; i < count; i++) results[i] = One(i, check);
        }
        else
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => results[i] = One(i, check));
        }
        for (var i = 0; i < count; i++)
        {
            var (value, error) = results[i];
            if (error is null) take(i, value, null);
            else if (error is RistrettoException finding && findings.IsFinding(finding)) take(i, default, finding);
            else ExceptionDispatchInfo.Throw(error);
        }
    }

    public void Dispose()
    {
        foreach (var room in _rooms) room.Dispose();
    }

    private (T? Value, Exception? Error) One<T>(int part, Func<int, CheckRoom, T> check)
    {
        if (!_rooms.TryTake(out var room)) room = new CheckRoom();
        try
        {
            findings.Cancellation.ThrowIfCancellationRequested();
            return (check(part, room), null);
        }
        catch (Exception error)
        {
            return (default, error);
        }
        finally
        {
            _rooms.Add(room);
        }
    }
}

/// <summary>What one thread needs.</summary>
internal sealed class CheckRoom : IDisposable
{
    /// <summary>Its decoders.</summary>
    public DecodeContext Context { get; } = new();

    /// <summary>Room for a page.</summary>
    public GrowingBuffer Page { get; } = new();

    public void Dispose()
    {
        Context.Dispose();
        Page.Dispose();
    }
}
