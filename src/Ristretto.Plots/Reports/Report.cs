using Ristretto.Events.Selections;
using Ristretto.Plots.Figures;

namespace Ristretto.Plots.Reports;

/// <summary>The page that a run leaves behind: what was run, cutflows, plots, warnings. One <c>index.html</c> that needs no network and no other file.</summary>
/// <remarks>The same contents always give the same bytes: the page knows no time and no machine unless they are put into the summary.</remarks>
public sealed class Report
{
    private readonly List<(string Key, string Value)> _summary = [];
    private readonly List<ReportCutflow> _cutflows = [];
    private readonly List<ReportTable> _tables = [];
    private readonly List<ReportPlot> _plots = [];
    private readonly List<string> _warnings = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _stems = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An empty page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">One sentence under the title.</param>
    public Report(string title, string subtitle = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
        Subtitle = subtitle;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The sentence under the title.</summary>
    public string Subtitle { get; }

    internal IReadOnlyList<(string Key, string Value)> SummaryEntries => _summary;

    internal IReadOnlyList<ReportCutflow> Cutflows => _cutflows;

    internal IReadOnlyList<ReportTable> Tables => _tables;

    internal IReadOnlyList<ReportPlot> Plots => _plots;

    internal IReadOnlyList<string> Warnings => _warnings;

    internal IReadOnlyList<string> Notes => _notes;

    /// <summary>Adds a fact about the run.</summary>
    public Report Summary(string key, string value)
    {
        _summary.Add((key, value));
        return this;
    }

    /// <summary>Adds the cutflow of one category of a data set.</summary>
    public Report Cutflow(string dataset, string category, params IEnumerable<CutflowRow> lines)
    {
        var entry = _cutflows.Find(cutflow => cutflow.Dataset == dataset);
        if (entry is null) _cutflows.Add(entry = new(dataset, []));
        entry.Categories.Add((category, [.. lines]));
        return this;
    }

    /// <summary>Adds a table of text.</summary>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
    public Report Table(string title, IReadOnlyList<string> columns, params IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] cells = [.. rows];
        if (Array.Find(cells, row => row.Count != columns.Count) is { } wrong)
            throw new ArgumentException($"table \"{title}\" has {columns.Count} columns, but a row has {wrong.Count} cells", nameof(rows));
        _tables.Add(new(title, columns, cells));
        return this;
    }

    /// <summary>Adds a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="caption">One sentence under it.</param>
    /// <param name="group">The heading under which it stands; groups appear in the order of their first figures.</param>
    public Report Plot(Figure figure, string caption = "", string group = "Plots")
    {
        _plots.Add(new(figure, caption, group, Stem(figure.Name)));
        return this;
    }

    /// <summary>Adds something that the reader must not miss.</summary>
    public Report Warning(string text)
    {
        _warnings.Add(text);
        return this;
    }

    /// <summary>Adds a remark.</summary>
    public Report Note(string text)
    {
        _notes.Add(text);
        return this;
    }

    /// <summary>The page.</summary>
    /// <param name="plotFiles">Whether the page links to the files that <see cref="Save"/> writes beside it; the drawings themselves are always in the page.</param>
    public string ToHtml(bool plotFiles = false) => ReportPage.Render(this, plotFiles);

    /// <summary>Writes <c>index.html</c> into a folder.</summary>
    /// <param name="folder">The folder; it is made when it does not exist.</param>
    /// <param name="plotFiles">Whether each figure is also written to <c>plots/</c> as SVG, PDF and its numbers as JSON.</param>
    /// <exception cref="Bytes.Errors.OutputException">A file cannot be written.</exception>
    public void Save(string folder, bool plotFiles = true)
    {
        if (plotFiles)
        {
            foreach (var plot in _plots)
            {
                var stem = Path.Combine(folder, "plots", plot.Stem);
                plot.Figure.Save(stem + ".svg", stem + ".pdf", stem + ".json");
            }
        }

        FigureFile.Write(Path.Combine(folder, "index.html"), ToHtml(plotFiles));
    }

    private string Stem(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).TrimStart('.');
        var stem = safe.Length > 0 ? safe : "plot";
        for (var number = 2; !_stems.Add(stem); number++) stem = $"{safe}-{number}";
        return stem;
    }
}
