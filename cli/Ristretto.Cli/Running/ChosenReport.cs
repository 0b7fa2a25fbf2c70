using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Plots.Results;

namespace Ristretto.Cli.Running;

/// <summary>What became of the events of <c>--events</c>, as text and as JSON.</summary>
internal static class ChosenReport
{
    private const int Shown = 20;

    /// <summary>A line for each event that was found, and the ones that were not; nothing for a run over all events.</summary>
    internal static void Print(RunReport report, TextWriter output)
    {
        if (report.Chosen is not { } chosen) return;
        var missing = chosen.Missing;
        output.WriteLine();
        output.WriteLine($"  events    {Quantity.Count(chosen.Asked.Count - missing.Count)} of {Quantity.Count(chosen.Asked.Count, "event", "events")} found");
        TextTable table = new(Alignment.Left, Alignment.Left, Alignment.Left, Alignment.Right);
        foreach (var found in chosen.Found.Take(Shown)) table.Add(found.Key.ToString(), found.Dataset, found.Path, $"entry {Quantity.Count(found.Entry)}");
        table.Write(output, indent: 12);
        if (chosen.Found.Count > Shown) output.WriteLine($"            … {Quantity.Count(chosen.Found.Count - Shown)} more; --json has all");
        Print("not found", missing, output);
        Print("found more than once", chosen.Repeated, output);
    }

    /// <summary>Writes <c>"chosen"</c>; null for a run over all events.</summary>
    internal static void Write(RunReport report, Utf8JsonWriter json)
    {
        if (report.Chosen is { } chosen) RunOutcome.WriteChosen(json, chosen);
        else json.WriteNull("chosen");
    }

    private static void Print(string what, IReadOnlyList<EventKey> keys, TextWriter output)
    {
        if (keys.Count > 0) output.WriteLine($"  {what}: {string.Join(", ", keys.Take(Shown))}{(keys.Count > Shown ? $", … {Quantity.Count(keys.Count - Shown)} more" : "")}");
    }
}
