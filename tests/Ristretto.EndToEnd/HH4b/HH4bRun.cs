using System.Collections.Concurrent;
using System.Text.Json;
using Ristretto.Analyses.HH4b;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;
using Ristretto.Histograms;
using Ristretto.Histograms.Exchange;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>Runs the analysis once per fileset and keeps the output folder for all tests.</summary>
public sealed class HH4bRun : IDisposable
{
    private readonly ConcurrentDictionary<bool, Lazy<string>> _outputs = new();
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, Histogram>>> _histograms = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-hh4b-").FullName;

    /// <summary>The output folder that holds a data set.</summary>
    internal string OutputOf(string dataset)
    {
        var isDemo = dataset.StartsWith("demo_", StringComparison.Ordinal);
        return _outputs.GetOrAdd(isDemo, demo => new Lazy<string>(() => Run(
            SharedData.Path(demo ? ["samples", "demo", "fileset.json"] : ["samples", "fileset.json"]), Path.Combine(_folder, demo ? "demo" : "all"), new RunOptions()))).Value;
    }

    /// <summary>The histograms of the run that holds a data set, by data set and name.</summary>
    internal IReadOnlyDictionary<string, Histogram> HistogramsOf(string dataset)
    {
        var output = OutputOf(dataset);
        return _histograms.GetOrAdd(output, folder => new Lazy<IReadOnlyDictionary<string, Histogram>>(() => UhiJson.Read(Path.Combine(folder, "histograms.json")))).Value;
    }

    /// <summary>Runs the analysis.</summary>
    internal static string Run(string fileset, string output, RunOptions options)
    {
        new HH4bProgram().Run(new RunRequest { Fileset = fileset, Output = output, Options = options, DumpEvents = 2000 });
        return output;
    }

    internal static JsonElement Json(string folder, string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name))).RootElement;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
