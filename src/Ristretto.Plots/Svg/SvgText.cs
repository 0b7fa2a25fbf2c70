using System.Text;
using Ristretto.Plots.Typesetting;

namespace Ristretto.Plots.Svg;

/// <summary>Writes the runs of a line: text stays text, scripts are tspans.</summary>
internal static class SvgText
{
    internal static void WriteRuns(StringBuilder svg, TextLine text)
    {
        var rise = 0.0;
        foreach (var placed in text.Runs)
        {
            var plain = placed.Rise == rise && placed.Size == text.Size && placed.Run.Face == text.Runs[0].Run.Face;
            if (!plain)
            {
                svg.Append("<tspan");
                if (placed.Rise != rise) svg.Append(" dy=\"").Append(SvgNumber.Write(rise - placed.Rise)).Append('"');
                if (placed.Size != text.Size) svg.Append(" font-size=\"").Append(SvgNumber.Write(placed.Size)).Append('"');
                if (placed.Run.Face != text.Runs[0].Run.Face) WriteFace(svg, placed.Run.Face, nested: true);
                svg.Append('>');
            }

            Escape(svg, placed.Run.Text);
            if (!plain) svg.Append("</tspan>");
            rise = placed.Rise;
        }
    }

    internal static void WriteFace(StringBuilder svg, FontFace face, bool nested = false)
    {
        var (bold, italic) = (face is FontFace.Bold or FontFace.BoldItalic, face is FontFace.Italic or FontFace.BoldItalic);
        if (bold) svg.Append(" font-weight=\"bold\"");
        else if (nested) svg.Append(" font-weight=\"normal\"");
        if (italic) svg.Append(" font-style=\"italic\"");
        else if (nested) svg.Append(" font-style=\"normal\"");
    }

    /// <summary>Writes characters so that XML keeps them; control characters, which XML cannot hold, are left out.</summary>
    internal static void Escape(StringBuilder svg, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': svg.Append("&amp;"); break;
                case '<': svg.Append("&lt;"); break;
                case '>': svg.Append("&gt;"); break;
                case '"': svg.Append("&quot;"); break;
                case < ' ' or '\uFFFE' or '\uFFFF': break;
                default: svg.Append(c); break;
            }
        }
    }
}
