using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Ledger;
using Ristretto.Plots.Results;

namespace Ristretto.Cli.Running;

/// <summary>The files that a run had to leave out, as text and as JSON.</summary>
internal static class LossReport
{
    /// <summary>How much was lost: <c>1 file of 3 could not be read, 100 000 events</c>.</summary>
    internal static string Summary(IReadOnlyList<LostFile> lost, RunPlan plan)
    {
        var planned = plan.Files.Select(file => (file.Dataset, file.Path)).Union(lost.Select(file => (file.Dataset, file.Path))).Count();
        var (events, unknown) = (lost.Sum(file => file.Events ?? 0), lost.Count(file => file.Events is null));
        return $"{Quantity.Count(lost.Count)} of {Quantity.Count(planned, "file", "files")} could not be read, "
            + (unknown == 0 ? Quantity.Count(events, "event", "events") : events == 0 ? "with nobody knows how many events" : $"at least {Quantity.Count(events, "event", "events")}");
    }

    /// <summary>A line for each file and why; nothing when there is none.</summary>
    internal static void Print(IReadOnlyList<LostFile> lost, RunPlan plan, TextWriter output)
    {
        if (lost.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"  LOST      {Summary(lost, plan)}; nothing of them is in any result");
        foreach (var file in lost) output.WriteLine($"            {file.Dataset}   {PlainLine.Of(file.Reason)}");
    }

    /// <summary>Writes <c>"complete"</c>, the lost files and the retries.</summary>
    internal static void Write(RunReport report, Utf8JsonWriter json)
    {
        json.WriteBoolean("complete", report.IsComplete);
        RunOutcome.WriteLost(json, report.LostFiles);
        RunOutcome.WriteRetries(json, report.Retries);
    }
}
