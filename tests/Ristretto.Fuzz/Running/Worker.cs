using System.Diagnostics;
using System.Globalization;

namespace Ristretto.Fuzz.Running;

/// <summary>The process that reads damaged files. It tells the one that started it by lines on its output.</summary>
/// <param name="options">The command line.</param>
/// <param name="output">Where the lines go.</param>
internal sealed class Worker(FuzzOptions options, TextWriter output)
{
    /// <summary>The exit code after a finding.</summary>
    internal const int Found = 3;

    private const int ReportMilliseconds = 500;

    /// <summary>Does every mutation that is this process's.</summary>
    internal int Run()
    {
        var (job, first, path) = options.Work!.Value;
        using var journal = new Journal(path);
        using var watchdog = new Watchdog(options.Limit, Hang);
        using var reader = new CaseReader(Directory.CreateDirectory(path + ".files").FullName);
        var loop = new FuzzLoop(reader.Read, watchdog);
        if (options.Replay is var (seed, file)) return Replay(loop, FuzzLoop.Make(Corpus.Named(file), seed));
        var corpus = Corpus.Of(options.Inputs, options.Largest);
        var told = Stopwatch.GetTimestamp();
        var code = 0;
        for (var number = first; number < options.Mutations; number += options.Jobs)
        {
            if (number % options.Jobs != job) throw new InvalidOperationException("a mutation of another process");
            journal.Number = number;
            var (picked, own) = corpus.Pick(options.Seed, number);
            if (loop.Judge(FuzzLoop.Make(picked, own)) is { } finding)
            {
                Tell(finding.ToLine());
                code = Found;
                if (!options.KeepsGoing) break;
            }
            if (Stopwatch.GetElapsedTime(told).TotalMilliseconds < ReportMilliseconds) continue;
            told = Stopwatch.GetTimestamp();
            Tell(loop.Tally.ToLine());
        }
        loop.Tally.PeakMemory = Math.Max(loop.Tally.PeakMemory, Peak());
        Tell(loop.Tally.ToLine());
        return code;
    }

    private int Replay(FuzzLoop loop, FuzzCase input)
    {
        if (options.Save is { } folder) FuzzRun.Save(folder, input);
        Tell($"say\t{input.What}: {input.Bytes.Length} bytes");
        var finding = loop.Judge(input);
        if (finding is not null) Tell(finding.ToLine());
        loop.Tally.PeakMemory = Math.Max(loop.Tally.PeakMemory, Peak());
        Tell(loop.Tally.ToLine());
        return finding is null ? 0 : Found;
    }

    private void Hang(FuzzCase input, TimeSpan time)
    {
        Tell(new Finding(input.Key, "hang", string.Create(CultureInfo.InvariantCulture, $"{input.What}\nnot done after {time.TotalSeconds:f1} s")).ToLine());
        Environment.Exit(Found);
    }

    private void Tell(string line)
    {
        lock (output)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    private static long Peak()
    {
        var line = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(static text => text.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
