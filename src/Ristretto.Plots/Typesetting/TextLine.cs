namespace Ristretto.Plots.Typesetting;

/// <summary>One measured line of text: what a canvas writes.</summary>
public sealed class TextLine
{
    private const double BarThickness = 0.06;
    private const double TallLetter = 0.73;
    private const double SmallLetter = 0.54;
    private const double BarGap = 0.11;

    private TextLine(double size, IReadOnlyList<PlacedRun> runs, IReadOnlyList<Rule> rules)
    {
        Size = size;
        Runs = runs;
        Rules = rules;
        Width = runs.Count == 0 ? 0 : runs[^1].X + runs[^1].Width;
    }

    /// <summary>Font size in points.</summary>
    public double Size { get; }

    /// <summary>Width in points.</summary>
    public double Width { get; }

    /// <summary>The runs from left to right.</summary>
    public IReadOnlyList<PlacedRun> Runs { get; }

    /// <summary>Bars over letters.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The characters without any markup, for search and for readers of the page.</summary>
    public string PlainText => string.Concat(Runs.Select(placed => placed.Run.Text));

    /// <summary>Sets a label in the small subset of TeX that <see cref="LabelParser"/> knows.</summary>
    public static TextLine Set(string label, double size, FontFace face = FontFace.Regular) => Set(LabelParser.Parse(label, face), size);

    /// <summary>Sets runs one after the other.</summary>
    public static TextLine Set(IReadOnlyList<TextRun> runs, double size)
    {
        var placed = new List<PlacedRun>(runs.Count);
        var rules = new List<Rule>();
        var x = 0.0;
        foreach (var run in runs)
        {
            var runSize = size * run.Scale;
            var width = FontWidths.Of(run.Text, run.Face) * runSize / 1000;
            placed.Add(new(run, x, width, runSize, size * run.Rise));
            if (run.Bar) rules.Add(BarOver(run, x, width, runSize, size * run.Rise));
            x += width;
        }

        return new(size, placed, rules);
    }

    private static Rule BarOver(TextRun run, double x, double width, double size, double rise)
    {
        var height = run.Text.All(letter => "acegmnopqrsuvwxyz\u03BD\u03BC\u03C4".Contains(letter)) ? SmallLetter : TallLetter;
        var margin = 0.06 * size;
        var slant = run.Face is FontFace.Italic or FontFace.BoldItalic ? 0.2 * height * size : 0;
        return new(x + margin + slant, Math.Max(width - 2 * margin, 0.2 * size), rise + (height + BarGap) * size, BarThickness * size);
    }
}
