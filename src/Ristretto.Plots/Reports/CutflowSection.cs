using System.Text;
using Ristretto.Events.Selections;

namespace Ristretto.Plots.Reports;

/// <summary>The tables of the cutflows: an overview of all data sets, and every cut of each.</summary>
internal static class CutflowSection
{
    internal static void Write(StringBuilder html, IReadOnlyList<ReportCutflow> cutflows)
    {
        if (cutflows.Count == 0) return;
        html.Append("<section id=\"cutflow\"><h2>Cutflow</h2>\n");
        if (cutflows.Count > 1) WriteOverview(html, cutflows);
        foreach (var cutflow in cutflows) WriteDataset(html, cutflow);
        html.Append("</section>\n");
    }

    /// <summary>The last row that is no side branch.</summary>
    private static CutflowRow Last(IReadOnlyList<CutflowRow> lines) => lines.Last(line => line.After is null);

    private static string Caption(IReadOnlyList<ReportCutflow> cutflows)
    {
        string[] cuts = [.. cutflows.SelectMany(cutflow => cutflow.Categories).Where(entry => entry.Lines.Count > 0).Select(entry => Last(entry.Lines).Cut).Distinct()];
        return cuts is [var cut] ? $"After {cut}" : "After the last cut";
    }

    private static void WriteOverview(StringBuilder html, IReadOnlyList<ReportCutflow> cutflows)
    {
        string[] categories = [.. cutflows.SelectMany(cutflow => cutflow.Categories).Select(entry => entry.Category).Distinct()];
        html.Append($"<div class=\"boxed scroll\"><table id=\"overview\"><caption>{HtmlText.Escape(Caption(cutflows))}</caption><thead><tr class=\"groups\"><th rowspan=\"2\">data set</th>");
        foreach (var category in categories) html.Append($"<th colspan=\"3\" class=\"first\">{HtmlText.Escape(category)}</th>");
        html.Append("</tr><tr>");
        foreach (var _ in categories) html.Append("<th class=\"first\">events</th><th>Σw</th><th>of all</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var cutflow in cutflows)
        {
            html.Append($"<tr><th>{HtmlText.Escape(cutflow.Dataset)}</th>");
            foreach (var category in categories)
            {
                var lines = cutflow.Categories.Find(entry => entry.Category == category).Lines;
                if (lines is not { Count: > 0 })
                {
                    html.Append("<td class=\"first\">–</td><td>–</td><td>–</td>");
                    continue;
                }

                var last = Last(lines);
                html.Append(HtmlNumber.Count(last.Count, $" class=\"first\" title=\"{HtmlText.Escape(last.Cut)}\""))
                    .Append(HtmlNumber.WithError(last.SumW, last.Error, last.EffectiveEntries))
                    .Append(HtmlNumber.Share(last.SumW, lines[0].SumW));
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static void WriteDataset(StringBuilder html, ReportCutflow cutflow)
    {
        var name = HtmlText.Escape(cutflow.Dataset);
        var cuts = cutflow.Categories[0].Lines;
        html.Append($"<details open class=\"dataset\"><summary><h3>{name}</h3><small>{cuts.Count} cuts</small></summary><div class=\"scroll\"><table data-dataset=\"{name}\"><thead><tr class=\"groups\"><th rowspan=\"2\">cut</th>");
        foreach (var (category, _) in cutflow.Categories) html.Append($"<th colspan=\"4\" class=\"first\">{HtmlText.Escape(category)}</th>");
        html.Append("</tr><tr>");
        foreach (var _ in cutflow.Categories)
            html.Append("<th class=\"first\">events</th><th>Σw</th><th title=\"Σw over that of the cut required before\">of the last</th><th title=\"Σw over that of the first line\">of all</th>");
        html.Append("</tr></thead><tbody>\n");
        for (var row = 0; row < cutflow.Categories.Max(entry => entry.Lines.Count); row++)
        {
            var named = cutflow.Categories.First(entry => entry.Lines.Count > row).Lines[row].Cut;
            html.Append($"<tr><th>{HtmlText.Escape(named)}</th>");
            foreach (var (_, lines) in cutflow.Categories)
            {
                if (row >= lines.Count)
                {
                    html.Append("<td class=\"first\">–</td><td>–</td><td>–</td><td>–</td>");
                    continue;
                }

                var line = lines[row];
                html.Append(HtmlNumber.Count(line.Count, " class=\"first\""))
                    .Append(HtmlNumber.WithError(line.SumW, line.Error, line.EffectiveEntries))
                    .Append(row == 0 ? "<td></td>" : HtmlNumber.Share(line.SumW, lines.Before(row).SumW))
                    .Append(HtmlNumber.Share(line.SumW, lines[0].SumW));
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div></details>\n");
    }
}
