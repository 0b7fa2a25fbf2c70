using System.IO.Compression;
using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>The answer key of one data set: cutflow, histograms and events that an independent program found.</summary>
internal sealed class Expected
{
    private Expected(JsonElement summary, JsonElement histograms, string[] events) => (Summary, Histograms, Events) = (summary, histograms, events);

    internal JsonElement Summary { get; }

    internal JsonElement Histograms { get; }

    internal string[] Events { get; }

    internal static Expected Load(string dataset)
    {
        var folder = SharedData.Path("samples", "expected", "hh4b");
        if (dataset.StartsWith("demo_", StringComparison.Ordinal)) folder = Path.Combine(folder, "demo");
        using var histograms = Open(folder, $"{dataset}.histograms.json.gz");
        using var events = new StreamReader(Open(folder, $"{dataset}.events.csv.gz"));
        return new Expected(
            JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"{dataset}.json"))).RootElement,
            JsonDocument.Parse(histograms).RootElement,
            events.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Number of entries of a histogram whose bin depends on the form in which the index is computed.</summary>
    internal double NearBinEdge(string histogram)
    {
        if (!Summary.TryGetProperty("near_bin_edge", out var near)) return 0;
        return near.ValueKind == JsonValueKind.Object && near.TryGetProperty(histogram, out var count) ? Count(count) : 0;
    }

    private static double Count(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : element.EnumerateObject().Sum(part => Count(part.Value));

    private static GZipStream Open(string folder, string name) => new(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress);
}
