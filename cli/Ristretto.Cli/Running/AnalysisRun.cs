using Ristretto.Cli.Conventions;
using Ristretto.Cli.Cutflows;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Programs;

namespace Ristretto.Cli.Running;

/// <summary>Runs an analysis with a progress display and prints what came out.</summary>
internal static class AnalysisRun
{
    private const int MostNames = 10;

    /// <summary>Runs it.</summary>
    internal static RunResult Execute(IAnalysisProgram program, RunRequest request, TextWriter errors, bool quiet)
    {
        var result = quiet || request.DryRun
            ? program.Run(request)
            : ProgressDisplay.Show(errors, Screen.IsInteractive, report => program.Run(request with { Options = request.Options with { Progress = report } }));
        foreach (var weight in result.Report?.NaNWeights ?? []) request.Note($"the weight {weight.Factor} is NaN in {weight.Events} events, first in entry {weight.Entry} of {weight.Path}: what they fill is NaN");
        foreach (var variation in result.Report?.Ineffective ?? []) request.Note($"the variation {variation} changes nothing in any event");
        // Of a few events nothing else is to be expected.
        var isWhole = request.Options is { Events: null, MaxEvents: long.MaxValue };
        if (isWhole && result.Report is { Unfilled: { Count: > 0 } unfilled }) request.Note($"{Quantity.Count(unfilled.Count, "histogram", "histograms")} got no entry: {string.Join(", ", unfilled.Take(MostNames))}{(unfilled.Count > MostNames ? ", …" : "")}");
        foreach (var retry in result.Report?.Retries ?? []) request.Note($"events {retry.First} to {retry.End} were tried again after attempt {retry.Attempt}: {retry.Reason}");
        return result;
    }

    /// <summary>The exit code of a run, with a last line of error when files were lost.</summary>
    internal static int ExitCodeOf(RunResult result, TextWriter errors)
    {
        var lost = result.Report?.LostFiles ?? result.Plan.LostFiles;
        if (lost.Count == 0) return ExitCode.Ok;
        errors.WriteLine($"ristretto run: finished with loss: {LossReport.Summary(lost, result.Plan)}; first {lost[0].Reason}");
        return ExitCode.Loss;
    }

    /// <summary>Prints the cutflows, the cost, and what to look at next; for a dry run the plan.</summary>
    internal static void Print(RunResult result, string outputFolder, TextWriter output, bool withTables = false)
    {
        if (result.Report is not { } report || result.Cutflows is not { } cutflows)
        {
            PlanReport.Print(result.Plan, output);
            return;
        }
        CutflowOverview.Print(cutflows, output);
        LossReport.Print(report.LostFiles, result.Plan, output);
        ChosenReport.Print(report, output);
        GraphReport.Print(report, output);
        output.WriteLine();
        CostReport.Print(report, output);
        if (withTables) CostTables.Print(report, output);
        output.WriteLine();
        if (result.Page is { } page) output.WriteLine($"  page      {page}");
        output.WriteLine($"  next      {ProgramName.AsTyped} cutflow {outputFolder}");
    }

    /// <summary>Prints <c>{"analysis", "output", "page", "complete", "lostFiles", "retries", "chosen", "omittedEvents", "friends", "cost", "cutflow"}</c>, for a dry run <c>{"analysis", "plan"}</c>.</summary>
    internal static void PrintJson(string analysis, RunResult result, string outputFolder, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("analysis", analysis);
        if (result.Report is { } report && result.Cutflows is { } cutflows)
        {
            json.WriteString("output", outputFolder);
            json.WriteString("page", result.Page);
            LossReport.Write(report, json);
            ChosenReport.Write(report, json);
            GraphReport.Write(report, json);
            json.WritePropertyName("cost");
            CostReport.Write(report, json);
            json.WritePropertyName("cutflow");
            CutflowJson.Write(json, CutflowStatistics.Of(cutflows));
        }
        else
        {
            json.WritePropertyName("plan");
            PlanReport.Write(result.Plan, json);
        }
        json.WriteEndObject();
    });
}
