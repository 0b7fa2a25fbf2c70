using System.Diagnostics;
using System.Globalization;

namespace Ristretto.Fuzz.Running;

/// <summary>Starts the processes that work, and says what they found.</summary>
/// <param name="options">The command line.</param>
/// <param name="output">Receives the summary.</param>
/// <param name="errors">Receives progress and findings.</param>
internal sealed class FuzzRun(FuzzOptions options, TextWriter output, TextWriter errors)
{
    // What the collector may hold: so that with everything else a process stays below 512 MB, and asking for more is an error that is noticed.
    private const string HeapLimit = "0x18000000";
    private const int ProgressMilliseconds = 3000;

    private readonly Lock _lock = new();
    private readonly List<Finding> _findings = [];
    private readonly List<Process> _processes = [];
    private readonly Dictionary<int, Tally> _tallies = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private long _toldAt;
    private bool _isStopped;

    /// <summary>Runs to the end; the exit code.</summary>
    internal int Run()
    {
        if (options.Replay is null) Corpus.Of(options.Inputs, options.Largest);       // a wrong name is told once
        var shared = "/dev/shm";
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists(shared) ? shared : Path.GetTempPath(), $"ristretto-fuzz-{Environment.ProcessId}"));
        try
        {
            var jobs = Enumerable.Range(0, options.Replay is null ? options.Jobs : 1).Select(job => new Thread(() => Watch(job, folder.FullName))).ToArray();
            foreach (var job in jobs) job.Start();
            foreach (var job in jobs) job.Join();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        Summarise();
        return _findings.Count == 0 ? 0 : 1;
    }

    /// <summary>Puts an input into a folder.</summary>
    internal static string Save(string folder, FuzzCase input)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{input.Seed}-{Path.GetFileName(input.Name.Replace(':', '-'))}");
        File.WriteAllBytes(path, input.Bytes.Span);
        return path;
    }

    private void Watch(int job, string folder)
    {
        var journalPath = Path.Combine(folder, $"job-{job}");
        for (var first = (long)job; ;)
        {
            var before = _findings.Count;
            var code = Work(job, first, journalPath);
            if (code == 0 || _isStopped) return;
            using var journal = new Journal(journalPath);
            if (code != Worker.Found || _findings.Count == before)
            {
                var (file, seed) = options.Replay is var (replayed, name) ? (Corpus.Named(name), replayed) : Corpus.Of(options.Inputs, options.Largest).Pick(options.Seed, journal.Number);
                Report(new Finding($"{seed}:{file.Name}", "crash", $"the process ended with exit code {code}"));
            }
            if (!options.KeepsGoing || options.Replay is not null) return;
            first = journal.Number + options.Jobs;
            if (first >= options.Mutations) return;
            lock (_lock)
            {
                // The next process counts from nothing.
                var done = _tallies.GetValueOrDefault(job);
                if (done is not null) _tallies[-1 - _tallies.Count] = done;
                _tallies.Remove(job);
            }
        }
    }

    private int Work(int job, long first, string journal)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(FuzzRun).Assembly.Location);
        foreach (var argument in Arguments(job, first, journal)) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        lock (_lock) _processes.Add(process);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Tally.OfLine(line) is { } tally) Progress(job, tally);
            else if (Finding.OfLine(line) is { } finding) Report(finding);
            else if (line.StartsWith("say\t", StringComparison.Ordinal)) errors.WriteLine(line[4..]);
        }
        process.WaitForExit();
        lock (_lock) _processes.Remove(process);
        return process.ExitCode;
    }

    private IEnumerable<string> Arguments(int job, long first, string journal)
    {
        IEnumerable<string> arguments = ["--work", $"{job}", $"{first}", journal, "--seed", $"{options.Seed}", "--mutations", $"{options.Mutations}", "--jobs", $"{options.Jobs}",
            "--largest", $"{options.Largest}", "--limit", options.Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)];
        if (options.KeepsGoing) arguments = arguments.Append("--keep-going");
        if (options.Replay is var (seed, file)) arguments = arguments.Concat(["--replay", $"{seed}:{file}"]);
        if (options.Save is { } folder) arguments = arguments.Concat(["--save", folder]);
        return arguments.Concat(options.Inputs);
    }

    private void Report(Finding finding)
    {
        lock (_lock)
        {
            if (_isStopped) return;
            _findings.Add(finding);
            if (!_told.Add(finding.Place)) return;
            errors.WriteLine($"FINDING {finding.Kind}: {finding.Text}");
            errors.WriteLine($"replay with: ristretto-fuzz --replay '{finding.Case}'");
            if (options.Save is { } folder && options.Replay is null)
            {
                var colon = finding.Case.IndexOf(':', StringComparison.Ordinal);
                errors.WriteLine($"saved as: {Save(folder, FuzzLoop.Make(Corpus.Named(finding.Case[(colon + 1)..]), ulong.Parse(finding.Case[..colon], CultureInfo.InvariantCulture)))}");
            }
            if (options.KeepsGoing) return;
            _isStopped = true;
            foreach (var process in _processes)
                if (!process.HasExited) process.Kill();
        }
    }

    private void Progress(int job, Tally tally)
    {
        lock (_lock)
        {
            _tallies[job] = tally;
            if (_watch.ElapsedMilliseconds - _toldAt < ProgressMilliseconds) return;
            _toldAt = _watch.ElapsedMilliseconds;
            var done = _tallies.Values.Sum(static one => one.Count);
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {options.Mutations} mutations, {done / _watch.Elapsed.TotalSeconds:f0} per second"));
        }
    }

    private void Summarise()
    {
        var total = new Tally();
        foreach (var tally in _tallies.Values) total.Add(tally);
        var seconds = _watch.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.Count} mutations in {seconds:f1} s, {total.Count / seconds:f0} per second, {options.Jobs} at once, seed {options.Seed}"));
        foreach (var (outcome, count) in total.Outcomes) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,9} {100.0 * count / total.Count,5:f1} %  {outcome}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest: {total.Slowest.Milliseconds:f0} ms, {total.Slowest.Case}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of a process: {total.PeakMemory / 1048576.0:f0} MiB"));
        output.WriteLine(_findings.Count == 0 ? "no findings" : $"{_findings.Count} finding{(_findings.Count == 1 ? "" : "s")}");
        foreach (var group in _findings.GroupBy(static finding => finding.Place)) output.WriteLine($"  {group.Count(),9} {group.Key}, first: {group.First().Case}");
    }
}
