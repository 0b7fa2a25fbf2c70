using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Ristretto.Events.Engine.Costs;

/// <summary>What each worker did when, as measured: for Perfetto, speedscope and chrome://tracing. To be given to a run with <see cref="RunOptions.Profile"/>.</summary>
/// <remarks>One track per worker: runs of events, in them fetching, batches, columns, baskets, cuts and histograms. Measuring them takes time, too: a few per cent.</remarks>
public sealed class RunProfile
{
    /// <summary>How many spans inside of runs of events are kept by default, of all workers together; 40 bytes each.</summary>
    public const int DefaultSpans = 200_000;

    private readonly List<SpanLog> _logs = [];
    private long _start;

    /// <summary>A profile that keeps at most so many spans inside of runs of events; the runs of events themselves are all kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public RunProfile(int mostSpans = DefaultSpans)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostSpans);
        MostSpans = mostSpans;
    }

    /// <summary>How many spans inside of runs of events are kept, of all workers together.</summary>
    public int MostSpans { get; }

    /// <summary>Number of spans that were measured and kept.</summary>
    public long Spans => _logs.Sum(log => (long)log.Spans.Count);

    /// <summary>Number of spans inside of runs of events that were too many to keep.</summary>
    public long Dropped => _logs.Sum(log => log.Dropped);

    /// <summary>Begins with a run of so many workers; what was there before is dropped.</summary>
    internal IReadOnlyList<SpanLog> Begin(int threads)
    {
        _logs.Clear();
        _logs.AddRange(Enumerable.Range(1, threads).Select(thread => new SpanLog(thread, MostSpans / threads)));
        _start = Stopwatch.GetTimestamp();
        return _logs;
    }

    /// <summary>Writes the spans in the trace-event format (JSON): complete events with times in microseconds from the start of the run, one thread per worker.</summary>
    /// <param name="stream">Receives the document.</param>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartObject("otherData");
        json.WriteString("program", "Ristretto");
        json.WriteString("spansLeftOut", Dropped.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartArray("traceEvents");
        Name(json, "process_name", 0, "ristretto");
        foreach (var log in _logs)
        {
            Name(json, "thread_name", log.Thread, $"worker {log.Thread}");
            // Those that begin first, and of these the longest, come first: readers that nest by order do it right, too.
            foreach (var span in log.Spans.OrderBy(span => span.Start).ThenByDescending(span => span.End)) Write(json, span, log.Thread);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, MeasuredSpan span, int thread)
    {
        json.WriteStartObject();
        json.WriteString("name", span.Name);
        json.WriteString("cat", span.Stage);
        json.WriteString("ph", "X");
        json.WriteNumber("ts", Microseconds(span.Start - _start));
        json.WriteNumber("dur", Microseconds(span.End - span.Start));
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", thread);
        json.WriteEndObject();
    }

    private static void Name(Utf8JsonWriter json, string what, int thread, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", what);
        json.WriteString("ph", "M");
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", thread);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static decimal Microseconds(long ticks) => Math.Round(ticks * 1_000_000m / Stopwatch.Frequency, 3);
}
