using System.Globalization;
using System.Text;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;
using Ristretto.Events.Selections;
using Ristretto.Plots.Reports;
using Ristretto.Plots.Results;

namespace Ristretto.Analyses.HH4b;

/// <summary>The page of a run: cutflows, figures, and what was found out about the input.</summary>
internal sealed class Page(
    RunRequest request, Configuration configuration, RunPlan plan, RunReport report, CutflowTable cutflows,
    IReadOnlyList<(Dataset Dataset, Selection Selection)> selections, IEnumerable<string> corrections, IReadOnlyList<string> notes)
{
    /// <summary>Writes the page and gives its path inside the folder.</summary>
    internal string Write(ResultFolder folder)
    {
        var page = new Report("HH→4b", "resolved selection");
        Summary(page);
        foreach (var (dataset, categories) in cutflows.Datasets)
            foreach (var (category, rows) in categories) page.Cutflow(dataset, category, rows);
        Input(page);
        foreach (var year in selections.GroupBy(pair => pair.Dataset.Metadata.Year))
        {
            var samples = year.Select(pair => (pair.Dataset, pair.Selection, configuration.Processes[pair.Dataset.Metadata.Process])).ToArray();
            foreach (var (figure, caption) in new YearFigures(year.Key, configuration.Years[year.Key].Energy, samples).All())
                page.Plot(figure, caption, year.Key);
        }
        foreach (var note in notes) page.Note(note);
        const string Name = "report/index.html";
        folder.Write(Name, stream => stream.Write(Encoding.UTF8.GetBytes(page.ToHtml())));
        return Name;
    }

    private void Summary(Report page)
    {
        page.Summary("data sets", selections.Count.ToString(CultureInfo.InvariantCulture));
        page.Summary("events", Text(report.Events));
        page.Summary("columns read", Text(report.Columns.Count));
        page.Summary("corrections", string.Join(", ", corrections.Select(path => Path.GetFileName(path))));
    }

    private void Input(Report page)
    {
        var sections = selections.Where(pair => pair.Selection.Sample.IsData).Select(Sections).ToArray();
        if (sections.Length > 0)
            page.Table("Luminosity", ["data set", "certified lumi sections with events", "certified sections without events", "luminosity [pb⁻¹]", "events that come twice"], sections);
        page.Table("Trigger paths", ["data set", "path", "certified events that fired it"],
            selections.SelectMany(pair => pair.Selection.Paths.Counts.Select(path => (string[])[pair.Dataset.Name, path.Key, Text(path.Value)])));
        page.Table("Sums of generator weights", ["data set", "fileset", "Runs trees", ""],
            selections.Where(pair => !pair.Selection.Sample.IsData).Select(pair => SumOfWeights(pair.Dataset)));
        page.Table("Files that could not be read, whose events are in no result", ["data set", "file", "events", "reason"],
            report.LostFiles.Select(file => (string[])[file.Dataset, Path.GetFileName(file.Path), file.Events is { } events ? Text(events) : "not known", file.Reason]));
        page.Table("Files", ["data set", "file", "entries", "events read"],
            plan.Files.Select(file => (string[])[file.Dataset, Path.GetFileName(file.Path), Text(file.Entries), Text(file.Events)]));
    }

    private static string[] Sections((Dataset Dataset, Selection Selection) pair)
    {
        var seen = pair.Selection.LumiSections.ToMask();
        var missing = pair.Selection.Sample.Certified.Except(seen);
        var luminosity = pair.Selection.Sample.Luminosity is { } table ? Text(table.Recorded(seen).InvPb, "F2") : "not known";
        return [pair.Dataset.Name, Text(seen.Count), Text(missing.Count), luminosity, Text(pair.Selection.Duplicates.Report().Surplus)];
    }

    private string[] SumOfWeights(Dataset dataset)
    {
        var declared = dataset.Metadata.SumOfWeights!.Value;
        var lost = report.LostFiles.Select(file => file.Path).ToHashSet();
        var read = dataset with { Files = [.. dataset.Files.Where(file => !lost.Contains(file.Path))] };
        if (read.SumOfGeneratorWeights(request.Options.Connections) is not { } found) return [dataset.Name, Text(declared, "G10"), "none", ""];
        var agrees = Math.Abs(found - declared) <= 1e-6 * Math.Abs(declared);
        return [dataset.Name, Text(declared, "G10"), Text(found, "G10"), agrees ? "equal" : "DIFFER"];
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
