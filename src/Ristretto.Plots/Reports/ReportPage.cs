using System.Text;

namespace Ristretto.Plots.Reports;

/// <summary>Puts a report together as one page. Its security policy forbids every request, so that it cannot need the network.</summary>
internal static class ReportPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:";
    private const int WideValue = 48;

    internal static string Render(Report report, bool plotFiles)
    {
        var html = new StringBuilder();
        var title = HtmlText.Escape(report.Title);
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n<meta name=\"generator\" content=\"Ristretto\">\n<title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n")
            .Append(Resource("report.css")).Append("</style>\n</head>\n<body>\n");
        html.Append($"<header class=\"page\"><h1>{title}</h1>");
        if (report.Subtitle.Length > 0) html.Append($"<p class=\"subtitle\">{HtmlText.Escape(report.Subtitle)}</p>");
        html.Append("</header>\n");
        WriteNavigation(html, report);
        html.Append("<main>\n");
        WriteList(html, report.Warnings, "warnings", "Warnings");
        WriteSummary(html, report);
        CutflowSection.Write(html, report.Cutflows);
        PlotSection.Write(html, report.Plots, plotFiles);
        WriteTables(html, report.Tables);
        WriteList(html, report.Notes, "notes", "Notes");
        html.Append("</main>\n<footer>Made with Ristretto. This page needs no network.</footer>\n<script>\n").Append(Resource("report.js")).Append("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteNavigation(StringBuilder html, Report report)
    {
        html.Append("<nav><div>");
        if (report.Warnings.Count > 0) html.Append("<a href=\"#warnings\">Warnings</a>");
        if (report.SummaryEntries.Count > 0) html.Append("<a href=\"#summary\">Summary</a>");
        if (report.Cutflows.Count > 0) html.Append("<a href=\"#cutflow\">Cutflow</a>");
        if (report.Plots.Count > 0) html.Append("<a href=\"#plots\">Plots</a>");
        if (report.Tables.Count > 0) html.Append("<a href=\"#tables\">Tables</a>");
        if (report.Notes.Count > 0) html.Append("<a href=\"#notes\">Notes</a>");
        html.Append("<button id=\"theme\" type=\"button\" title=\"Light or dark\" aria-label=\"Light or dark\" hidden>◐</button></div></nav>\n");
    }

    private static void WriteSummary(StringBuilder html, Report report)
    {
        if (report.SummaryEntries.Count == 0) return;
        html.Append("<section id=\"summary\"><h2>Summary</h2><dl class=\"summary\">\n");
        foreach (var (key, value) in report.SummaryEntries)
            html.Append($"<div{(value.Length > WideValue ? " class=\"wide\"" : "")}><dt>{HtmlText.Escape(key)}</dt><dd>{HtmlText.Escape(value)}</dd></div>\n");
        html.Append("</dl></section>\n");
    }

    private static void WriteTables(StringBuilder html, IReadOnlyList<ReportTable> tables)
    {
        if (tables.Count == 0) return;
        html.Append("<section id=\"tables\"><h2>Tables</h2>\n");
        foreach (var table in tables)
        {
            html.Append($"<div class=\"boxed scroll\"><table class=\"text\"><caption>{HtmlText.Escape(table.Title)}</caption><thead><tr>");
            foreach (var column in table.Columns) html.Append($"<th>{HtmlText.Escape(column)}</th>");
            html.Append("</tr></thead><tbody>\n");
            foreach (var row in table.Rows) html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{HtmlText.Escape(cell)}</td>")).Append("</tr>\n");
            html.Append("</tbody></table></div>\n");
        }

        html.Append("</section>\n");
    }

    private static void WriteList(StringBuilder html, IReadOnlyList<string> texts, string name, string title)
    {
        if (texts.Count == 0) return;
        html.Append($"<section id=\"{name}\"><h2>{title}</h2><ul class=\"{name}\">\n");
        foreach (var text in texts) html.Append($"<li>{HtmlText.Escape(text)}</li>\n");
        html.Append("</ul></section>\n");
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the library was built without its resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
