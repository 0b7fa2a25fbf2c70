using System.Diagnostics;

namespace Ristretto.Cli.Measurements;

/// <summary>Times variants of the same work in turn, round by round, so that a drifting machine slows all of them alike.</summary>
internal sealed class Measurement(int warmups, int rounds)
{
    private readonly List<(string Name, Action Work, List<(double Wall, double Cpu)> Times)> _variants = [];

    internal Measurement Add(string name, Action work)
    {
        _variants.Add((name, work, []));
        return this;
    }

    /// <summary>Runs all variants and gives for each the median wall and processor time in seconds and the median of the ratios to the first, round by round.</summary>
    internal IReadOnlyList<(string Name, double Wall, double Cpu, double Ratio, double CpuRatio)> Run()
    {
        for (var i = 0; i < warmups; i++)
            foreach (var variant in _variants) variant.Work();
        for (var i = 0; i < rounds; i++)
            foreach (var variant in _variants)
            {
                var cpu = Environment.CpuUsage.TotalTime;
                var start = Stopwatch.GetTimestamp();
                variant.Work();
                variant.Times.Add((Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds));
            }
        var reference = _variants[0].Times;
        return [.. _variants.Select(v => (
            v.Name, Median(v.Times.Select(t => t.Wall)), Median(v.Times.Select(t => t.Cpu)),
            Median(v.Times.Zip(reference, (t, r) => t.Wall / r.Wall)), Median(v.Times.Zip(reference, (t, r) => t.Cpu / r.Cpu))))];
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
