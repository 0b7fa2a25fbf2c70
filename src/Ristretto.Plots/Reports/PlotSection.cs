using System.Text;

namespace Ristretto.Plots.Reports;

/// <summary>The grid of plots, in groups that fold.</summary>
internal static class PlotSection
{
    internal static void Write(StringBuilder html, IReadOnlyList<ReportPlot> plots, bool plotFiles)
    {
        if (plots.Count == 0) return;
        html.Append("<section id=\"plots\"><h2>Plots</h2>\n<div class=\"tools\" hidden><input id=\"filter\" type=\"search\" placeholder=\"Filter plots\" aria-label=\"Filter plots\"><button id=\"fold\" type=\"button\">Fold or unfold all</button><output id=\"count\"></output></div>\n");
        foreach (var group in plots.GroupBy(plot => plot.Group))
        {
            html.Append($"<details open class=\"group\"><summary><h3>{HtmlText.Escape(group.Key)}</h3><small>{group.Count()}</small></summary><div class=\"grid\">\n");
            foreach (var plot in group) Write(html, plot, plotFiles);
            html.Append("</div></details>\n");
        }

        html.Append("</section>\n");
    }

    private static void Write(StringBuilder html, ReportPlot plot, bool plotFiles)
    {
        var (name, caption, stem) = (HtmlText.Escape(plot.Figure.Name), HtmlText.Escape(plot.Caption), plot.Stem);
        var search = HtmlText.Escape($"{plot.Figure.Name} {plot.Caption} {plot.Group}".ToLowerInvariant());
        html.Append($"<figure class=\"plot\" id=\"plot-{stem}\" data-search=\"{search}\"><div class=\"draw\">").Append(plot.Figure.ToSvg().TrimEnd())
            .Append($"</div><figcaption><p><code>{name}</code>{(caption.Length > 0 ? $" <span>{caption}</span>" : "")}</p><div class=\"links\"><a class=\"svg\" href=\"{(plotFiles ? $"plots/{stem}.svg" : $"#plot-{stem}")}\" download=\"{stem}.svg\">SVG</a>");
        if (plotFiles) html.Append($"<a href=\"plots/{stem}.pdf\">PDF</a><a href=\"plots/{stem}.json\">numbers</a>");
        html.Append("</div></figcaption></figure>\n");
    }
}
