using System.Text;
using Ristretto.Plots.Drawing;

namespace Ristretto.Plots.Svg;

/// <summary>Writes outlines as path data, as short as one decimal allows (0.1 pt is 0.035 mm): relative moves between positions rounded first, so that nothing adds up.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();
    private (long X, long Y) _at;
    private char _command;

    internal static string Data(Outline outline)
    {
        var path = new SvgPath();
        foreach (var piece in outline.Pieces) path.Add(piece);
        return path._data.ToString();
    }

    internal static string Dots(IReadOnlyList<Point> centres)
    {
        var path = new SvgPath();
        foreach (var centre in centres)
        {
            path.Move(centre);
            path._data.Append("h0");
            path._command = 'h';
        }

        return path._data.ToString();
    }

    private static long Tenths(double value) => (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);

    private void Add(Outline.Piece piece)
    {
        Move(piece.Points[0]);
        var start = _at;
        for (var i = 1; i < piece.Points.Count; i++) Line(piece.Points[i]);
        if (!piece.Closed) return;
        _data.Append('z');
        _command = 'z';
        _at = start;
    }

    private void Move(Point to)
    {
        var (x, y) = (Tenths(to.X), Tenths(to.Y));
        if (_data.Length == 0) Command('M', x, y);
        else Command('m', x - _at.X, y - _at.Y);
        _at = (x, y);
    }

    private void Line(Point to)
    {
        var (x, y) = (Tenths(to.X), Tenths(to.Y));
        var (dx, dy) = (x - _at.X, y - _at.Y);
        if (dx == 0 && dy == 0) return;
        _at = (x, y);
        if (dy == 0) Command('h', dx);
        else if (dx == 0) Command('v', dy);
        else Command('l', dx, dy);
    }

    private void Command(char command, params ReadOnlySpan<long> numbers)
    {
        var repeated = command == _command && command != 'm';
        if (!repeated) _data.Append(command);
        _command = command;
        for (var i = 0; i < numbers.Length; i++)
        {
            var text = SvgNumber.FromHundredths(10 * numbers[i]);
            if ((i > 0 || repeated) && text[0] != '-') _data.Append(' ');
            _data.Append(text);
        }
    }
}
