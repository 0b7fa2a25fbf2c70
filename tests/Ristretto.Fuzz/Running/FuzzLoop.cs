using System.Diagnostics;
using Ristretto.Bytes.Errors;
using Ristretto.Fuzz.Mutations;

namespace Ristretto.Fuzz.Running;

/// <summary>Damages, reads and judges one input after the other.</summary>
/// <param name="read">Reads an input: null, or the error of Ristretto with which it was refused. What it throws is a finding.</param>
/// <param name="watchdog">Is told what is at hand.</param>
/// <param name="largestMemory">What the process may have, in bytes.</param>
internal sealed class FuzzLoop(Func<FuzzCase, RistrettoException?> read, Watchdog watchdog, long largestMemory = 512L << 20)
{
    private int _thread;
    private bool _wasOutOfMemory;

    /// <summary>The numbers so far.</summary>
    internal Tally Tally { get; } = new();

    /// <summary>Makes an input.</summary>
    internal static FuzzCase Make(CorpusFile file, ulong seed)
    {
        var (bytes, what) = Mutator.Mutate(file.Anatomy, seed);
        return new FuzzCase(file.Name, seed, bytes, what, file.Anatomy);
    }

    /// <summary>Judges an input; null, or what was found.</summary>
    internal Finding? Judge(FuzzCase input)
    {
        var start = Stopwatch.GetTimestamp();
        (_wasOutOfMemory, _thread) = (false, Environment.CurrentManagedThreadId);
        AppDomain.CurrentDomain.FirstChanceException += Notice;
        watchdog.Current = input;
        string outcome;
        try
        {
            outcome = read(input)?.GetType().Name ?? Tally.Whole;
        }
#pragma warning disable CA1031 // Every other exception is what is looked for.
        catch (Exception error)
        {
            return new Finding(input.Key, error.GetType().Name, $"{input.What}\n{error}");
        }
#pragma warning restore CA1031
        finally
        {
            watchdog.Current = null;
            AppDomain.CurrentDomain.FirstChanceException -= Notice;
        }
        Tally.Add(outcome, Stopwatch.GetElapsedTime(start).TotalMilliseconds, input.Key);
        // One that was caught on the way is one all the same: the memory was asked for.
        if (_wasOutOfMemory) return new Finding(input.Key, "memory", $"{input.What}\nan OutOfMemoryException was thrown and caught");
        var memory = Environment.WorkingSet;
        Tally.PeakMemory = Math.Max(Tally.PeakMemory, memory);
        return memory > largestMemory ? new Finding(input.Key, "memory", $"{input.What}\nthe process has {memory >> 20} MiB") : null;
    }

    private void Notice(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown) =>
        _wasOutOfMemory |= thrown.Exception is OutOfMemoryException && Environment.CurrentManagedThreadId == _thread;
}
