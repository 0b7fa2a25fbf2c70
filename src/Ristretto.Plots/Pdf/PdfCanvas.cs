using System.Text;
using Ristretto.Plots.Drawing;
using Ristretto.Plots.Svg;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Pdf;

/// <summary>Draws as PDF operators. The page is turned over first, so that y grows downwards here too.</summary>
internal sealed class PdfCanvas : ICanvas
{
    private readonly StringBuilder _content = new();
    private readonly SortedSet<long> _opacities = [];

    internal PdfCanvas(double height) => _content.Append("1 0 0 -1 0 ").Append(SvgNumber.Write(height)).Append(" cm\n");

    /// <summary>The operators so far.</summary>
    internal string Content => _content.ToString();

    /// <summary>The opacities that were used, in hundredths.</summary>
    internal IReadOnlyCollection<long> Opacities => _opacities;

    internal static string StateName(long hundredths) => $"G{SvgNumber.FromHundredths(100 * hundredths)}";

    /// <inheritdoc/>
    public void Draw(Outline outline, Color? fill = null, Stroke? stroke = null)
    {
        if (outline.IsEmpty) return;
        SetOpacity(fill ?? stroke?.Color ?? Color.Black);
        if (fill is { } inside) SetColor(inside, "rg");
        if (stroke is not null)
        {
            SetColor(stroke.Color, "RG");
            _content.Append(SvgNumber.Write(stroke.Width)).Append(" w ");
            _content.Append(stroke.Dash is { } dash ? $"[{SvgNumber.Write(dash.On)} {SvgNumber.Write(dash.Off)}] 0 d\n" : "[] 0 d\n");
        }

        foreach (var piece in outline.Pieces)
        {
            for (var i = 0; i < piece.Points.Count; i++) At(piece.Points[i], i == 0 ? "m" : "l");
            if (piece.Closed) _content.Append("h\n");
        }

        _content.Append((fill, stroke) switch { (null, _) => "S\n", (_, null) => "f\n", _ => "B\n" });
    }

    /// <inheritdoc/>
    public void Dots(IReadOnlyList<Point> centres, double radius, Color color)
    {
        if (centres.Count == 0) return;
        SetOpacity(color);
        SetColor(color, "RG");
        _content.Append("[] 0 d 1 J ").Append(SvgNumber.Write(2 * radius)).Append(" w\n");
        foreach (var centre in centres)
        {
            At(centre, "m");
            At(centre, "l");
        }

        _content.Append("S 0 J\n");
    }

    /// <inheritdoc/>
    public void Write(TextLine text, Point at, TextAnchor anchor, Color color, double rotation = 0)
    {
        if (text.Runs.Count == 0) return;
        SetOpacity(color);
        SetColor(color, "rg");
        var angle = rotation * Math.PI / 180;
        var (cos, sin) = (Precise(Math.Cos(angle)), Precise(Math.Sin(angle)));
        var left = anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => -text.Width / 2, _ => -text.Width };
        _content.Append($"q {cos} {sin} {Precise(-Math.Sin(angle))} {cos} {SvgNumber.Write(at.X)} {SvgNumber.Write(at.Y)} cm BT\n");
        foreach (var placed in text.Runs)
            foreach (var piece in PdfText.Pieces(placed))
                _content.Append($"/{piece.Font} {SvgNumber.Write(placed.Size)} Tf 1 0 {piece.Slant} -1 {SvgNumber.Write(left + piece.X)} {SvgNumber.Write(-placed.Rise)} Tm ({piece.Literal}) Tj\n");
        _content.Append("ET\n");
        foreach (var rule in text.Rules)
            _content.Append($"{SvgNumber.Write(left + rule.X)} {SvgNumber.Write(-rule.Rise - rule.Thickness / 2)} {SvgNumber.Write(rule.Width)} {SvgNumber.Write(rule.Thickness)} re f\n");
        _content.Append("Q\n");
    }

    private static string Precise(double value) => Math.Round(value, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    private void At(Point point, string command) => _content.Append(SvgNumber.Write(point.X)).Append(' ').Append(SvgNumber.Write(point.Y)).Append(' ').Append(command).Append('\n');

    private void SetColor(Color color, string command) => _content.Append($"{Channel(color.Red)} {Channel(color.Green)} {Channel(color.Blue)} {command}\n");

    private static string Channel(byte value) => Precise(Math.Round(value / 255.0, 4));

    private void SetOpacity(Color color)
    {
        var hundredths = SvgNumber.Hundredths(color.Opacity);
        _opacities.Add(hundredths);
        _content.Append('/').Append(StateName(hundredths)).Append(" gs\n");
    }
}
