using System.Diagnostics;

namespace Ristretto.Cli.Rendering;

/// <summary>Says every few seconds how far long work has come.</summary>
internal static class ProgressLines
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    /// <summary>Where work reports to: nothing is printed for what is done within a few seconds.</summary>
    /// <param name="errors">Receives the lines.</param>
    /// <param name="describe">What a line says.</param>
    internal static Action<T> To<T>(TextWriter errors, Func<T, string> describe)
    {
        var pause = Stopwatch.StartNew();
        return progress =>
        {
            if (pause.Elapsed < s_pause) return;
            pause.Restart();
            errors.WriteLine(describe(progress));
        };
    }
}
