using System.Text;
using Ristretto.Plots.Drawing;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Svg;

/// <summary>Draws as SVG elements. No element needs an id, so that any number of figures can stand in one page.</summary>
internal sealed class SvgCanvas(StringBuilder svg) : ICanvas
{
    private const int LengthStatedFrom = 5;

    /// <inheritdoc/>
    public void Draw(Outline outline, Color? fill = null, Stroke? stroke = null)
    {
        if (outline.IsEmpty) return;
        svg.Append("<path d=\"").Append(SvgPath.Data(outline)).Append('"');
        Paint("fill", fill ?? default, fill is null);
        if (stroke is not null)
        {
            Paint("stroke", stroke.Color, absent: false);
            svg.Append(" stroke-width=\"").Append(SvgNumber.Write(stroke.Width)).Append('"');
            if (stroke.Dash is { } dash) svg.Append(" stroke-dasharray=\"").Append(SvgNumber.Write(dash.On)).Append(' ').Append(SvgNumber.Write(dash.Off)).Append('"');
        }

        svg.Append("/>\n");
    }

    /// <inheritdoc/>
    public void Dots(IReadOnlyList<Point> centres, double radius, Color color)
    {
        if (centres.Count == 0) return;
        svg.Append("<path d=\"").Append(SvgPath.Dots(centres)).Append("\" fill=\"none\" stroke-linecap=\"round\"");
        Paint("stroke", color, absent: false);
        svg.Append(" stroke-width=\"").Append(SvgNumber.Write(2 * radius)).Append("\"/>\n");
    }

    /// <inheritdoc/>
    public void Write(TextLine text, Point at, TextAnchor anchor, Color color, double rotation = 0)
    {
        if (text.Runs.Count == 0) return;
        var turned = rotation == 0 ? "" : $" transform=\"rotate({SvgNumber.Write(rotation)} {SvgNumber.Write(at.X)} {SvgNumber.Write(at.Y)})\"";
        svg.Append("<text x=\"").Append(SvgNumber.Write(at.X)).Append("\" y=\"").Append(SvgNumber.Write(at.Y)).Append("\" font-size=\"").Append(SvgNumber.Write(text.Size)).Append('"');
        if (anchor != TextAnchor.Start) svg.Append(anchor == TextAnchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        if (color != Color.Black) Paint("fill", color, absent: false);

        // With the stated length a substitute font of another width neither leaves its place nor its bars.
        if (text.PlainText.Length >= LengthStatedFrom || text.Rules.Count > 0) svg.Append(" textLength=\"").Append(SvgNumber.Write(text.Width)).Append("\" lengthAdjust=\"spacingAndGlyphs\"");
        SvgText.WriteFace(svg, text.Runs[0].Run.Face);
        svg.Append(turned).Append('>');
        SvgText.WriteRuns(svg, text);
        svg.Append("</text>\n");
        DrawRules(text, at, anchor, color, turned);
    }

    private void DrawRules(TextLine text, Point at, TextAnchor anchor, Color color, string turned)
    {
        var left = at.X - anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => text.Width / 2, _ => text.Width };
        foreach (var rule in text.Rules)
        {
            var line = Outline.Rectangle(new(left + rule.X, at.Y - rule.Rise - rule.Thickness / 2, rule.Width, rule.Thickness));
            svg.Append("<path d=\"").Append(SvgPath.Data(line)).Append('"').Append(turned);
            if (color != Color.Black) Paint("fill", color, absent: false);
            svg.Append("/>\n");
        }
    }

    private void Paint(string attribute, Color color, bool absent)
    {
        svg.Append(' ').Append(attribute).Append("=\"").Append(absent ? "none" : color.ToHex()).Append('"');
        if (!absent && color.Opacity < 1) svg.Append(' ').Append(attribute).Append("-opacity=\"").Append(SvgNumber.Write(color.Opacity)).Append('"');
    }
}
