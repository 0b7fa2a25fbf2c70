using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;
using Ristretto.Plots.Results;

namespace Ristretto.Cli.Running;

/// <summary>What a graph has left out on purpose, and what became of its friends, as text and as JSON.</summary>
internal static class GraphReport
{
    /// <summary>A line for what was left out and one for each friend; nothing where there is nothing to say.</summary>
    internal static void Print(RunReport report, TextWriter output)
    {
        if (report.OmittedEvents == 0 && report.Friends.Count == 0) return;
        output.WriteLine();
        if (report.OmittedEvents > 0) output.WriteLine($"  left out  {Quantity.Count(report.OmittedEvents, "event", "events")}, which no range of the graph keeps");
        foreach (var friend in report.Friends)
            output.WriteLine($"  friend    {friend.Path}: {friend.Tree}   {Quantity.Count(friend.Matched)} of {Quantity.Count(friend.Matched + friend.Unmatched, "event", "events")} with a partner");
    }

    /// <summary>Writes <c>"omittedEvents"</c> and <c>"friends": [{"path", "tree", "entries", "matched", "unmatched"}]</c>.</summary>
    internal static void Write(RunReport report, Utf8JsonWriter json)
    {
        json.WriteNumber("omittedEvents", report.OmittedEvents);
        RunOutcome.WriteFriends(json, report.Friends);
    }
}
