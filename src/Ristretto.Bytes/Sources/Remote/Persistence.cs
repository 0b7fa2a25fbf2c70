using System.Globalization;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Remote;

/// <summary>Repeats what may succeed later, with growing pauses, until it succeeds, was tried often enough, or nothing has moved for too long.</summary>
internal static class Persistence
{
    /// <summary>Runs <paramref name="attempt"/>.</summary>
    /// <param name="path">The file, for the error.</param>
    /// <param name="options">Patience.</param>
    /// <param name="attempt">The work; it notes progress on the clock, stops when the clock's token says so, and fails with a <see cref="SourceException"/>.</param>
    /// <param name="retried">Told before each repetition.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <exception cref="SourceException">It did not succeed.</exception>
    internal static async Task<T> RunAsync<T>(string path, SourceOptions options, Func<StallClock, Task<T>> attempt, Action? retried, CancellationToken cancellation)
    {
        using var clock = new StallClock(options.StallTime, cancellation);
        SourceException? last = null;
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await attempt(clock).ConfigureAwait(false);
            }
            catch (SourceException e) when (e.IsRetryable && !clock.IsOver && tried <= options.Retries)
            {
                last = e;
            }
            catch (SourceException e) when (e.IsRetryable && !clock.IsOver && tried > 1 && !cancellation.IsCancellationRequested)
            {
                throw new SourceException(path, $"{Reason(path, e)} (tried {tried} times)", isRetryable: true, e);
            }
            catch (Exception e) when (clock.IsOver && !cancellation.IsCancellationRequested)
            {
                throw Stalled(path, options, last ?? e as SourceException, e);
            }
            try
            {
                await Task.Delay(Pause(tried), clock.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (clock.IsOver && !cancellation.IsCancellationRequested)
            {
                throw Stalled(path, options, last, e);
            }
            retried?.Invoke();
        }
    }

    private static TimeSpan Pause(int tried) => TimeSpan.FromSeconds(Math.Min(10, 0.25 * Math.Pow(2, tried - 1)));

    private static SourceException Stalled(string path, SourceOptions options, SourceException? last, Exception cause)
    {
        var seconds = options.StallTime.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var before = last is null ? "" : $"; before that: {Reason(path, last)}";
        return new SourceException(path, $"nothing has arrived for {seconds} s{before}", isRetryable: true, cause);
    }

    private static string Reason(string path, SourceException error) =>
        error.Message.StartsWith(path + ": ", StringComparison.Ordinal) ? error.Message[(path.Length + 2)..] : error.Message;
}
