using System.Text;

namespace Ristretto.Plots.Typesetting;

/// <summary>Reads labels as ROOT and TeX users write them: <c>p_{T}</c>, <c>m^{2}</c>, <c>#eta</c> or <c>\eta</c>, <c>b#bar{b}</c>, <c>#it{p}</c>, <c>\mathrm{GeV}</c>.</summary>
/// <remarks>An underscore or caret makes a script only before a brace, before a single letter or digit (<c>p_T</c>), or before a signed number (<c>pb^-1</c>), so that branch names such as
/// <c>Jet_pt</c> stay as they are. Dollar signs are left out; an unknown command is written as it stands. A combining macron or overline (<c>tt&#x304;</c>) is a bar too.</remarks>
public sealed class LabelParser
{
    private const double ScriptScale = 0.7;
    private const double SuperscriptRise = 0.36;
    private const double SubscriptRise = -0.18;

    private readonly string _text;
    private readonly List<TextRun> _runs = [];
    private readonly StringBuilder _pending = new();
    private int _at;

    private LabelParser(string text) => _text = text;

    private readonly record struct State(FontFace Face, double Scale, double Rise, bool Bar);

    /// <summary>The runs of a label; never fails.</summary>
    public static IReadOnlyList<TextRun> Parse(string label, FontFace face = FontFace.Regular)
    {
        var parser = new LabelParser(label);
        parser.ReadAll(new(face, 1, 0, false));
        return parser._runs;
    }

    private void ReadAll(State state)
    {
        while (_at < _text.Length)
        {
            if (_text[_at] == '}') _pending.Append(_text[_at++]);      // a brace without a partner
            else Read(state, nested: false);
        }

        Flush(state);
    }

    private void ReadGroup(State outer, State inner)
    {
        Flush(outer);
        if (_at < _text.Length && _text[_at] == '{')
        {
            _at++;
            while (_at < _text.Length && _text[_at] != '}') Read(inner, nested: true);
            _at = Math.Min(_at + 1, _text.Length);
        }
        else if (_at < _text.Length)
        {
            _pending.Append(_text[_at++]);
        }

        Flush(inner);
    }

    private void Read(State state, bool nested)
    {
        var c = _text[_at];
        switch (c)
        {
            case '\\' or '#' when _at + 1 < _text.Length:
                ReadCommand(state);
                break;
            case '^' or '_' when ScriptLength() is var length and not 0:
                ReadScript(state, c == '^' ? SuperscriptRise : SubscriptRise, length);
                break;
            case '{' when nested || _text.IndexOf('}', _at) > 0:
                ReadGroup(state, state);
                break;
            case '$':
                _at++;
                break;
            case '\u0304' or '\u0305' when _pending.Length > 0:
                _at++;
                Bar(state);
                break;
            case '\u2113':
                _at++;
                Flush(state);
                _runs.Add(Run("l", state with { Face = Slanted(state.Face) }));
                break;
            default:
                _pending.Append(c);
                _at++;
                break;
        }
    }

    private void ReadCommand(State state)
    {
        var start = _at + 1;
        var end = start;
        while (end < _text.Length && char.IsAsciiLetter(_text[end])) end++;
        if (end == start && !char.IsAsciiDigit(_text[start])) end = start + 1;         // \_ \{ \,
        var name = _text[start..end];
        if (name.Length == 0)
        {
            _pending.Append(_text[_at++]);
            return;
        }

        State? inner = name switch
        {
            "bar" or "overline" => state with { Bar = true },
            "it" or "mathit" or "textit" => state with { Face = Slanted(state.Face) },
            "bf" or "mathbf" or "textbf" => state with { Face = Strong(state.Face) },
            "rm" or "mathrm" or "text" or "mathsf" => state,
            _ => null,
        };
        if (inner is { } group)
        {
            _at = end;
            while (_at < _text.Length && _text[_at] == ' ') _at++;
            ReadGroup(state, group);
        }
        else if (SpecialCharacters.Named(name) is { } special)
        {
            _at = end;
            if (special == "\u2113") { Flush(state); _runs.Add(Run("l", state with { Face = Slanted(state.Face) })); }
            else _pending.Append(special);
        }
        else if (name.Length == 1 && !char.IsAsciiLetterOrDigit(name[0]) && _text[_at] == '\\')
        {
            _at = end;
            _pending.Append(name);
        }
        else
        {
            _pending.Append(_text[_at++]);
        }
    }

    private void ReadScript(State state, double rise, int length)
    {
        _at++;
        var inner = state with { Scale = state.Scale * ScriptScale, Rise = state.Rise + rise * state.Scale };
        if (_text[_at] is '{' or '\\' or '#')
        {
            if (_text[_at] == '{')
            {
                ReadGroup(state, inner);
                return;
            }

            Flush(state);
            ReadCommand(inner);
            Flush(inner);
            return;
        }

        Flush(state);
        _pending.Append(_text, _at, length);
        _at += length;
        Flush(inner);
    }

    // The number of characters after ^ or _ that form a script without braces; 1 for a group or command, 0 when the sign is meant as it stands.
    private int ScriptLength()
    {
        var start = _at + 1;
        if (start >= _text.Length || _at == 0) return 0;
        if (_text[start] is '{' or '\\' or '#') return 1;
        var end = start;
        if (_text[_at] == '^' && _text[end] is '-' or '+') end++;
        var digits = end;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end == digits && end == start && char.IsLetter(_text[end])) end++;
        var followed = end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_');
        return end > digits && !followed ? end - start : 0;
    }

    private void Bar(State state)
    {
        var letter = _pending[^1];
        _pending.Length--;
        Flush(state);
        _runs.Add(Run(letter.ToString(), state with { Bar = true }));
    }

    private void Flush(State state)
    {
        if (_pending.Length == 0) return;
        _runs.Add(Run(_pending.Replace('-', '\u2212', 0, state.Rise == 0 ? 0 : _pending.Length).ToString(), state));
        _pending.Clear();
    }

    private static TextRun Run(string text, State state) => new(text, state.Face, state.Scale, state.Rise, state.Bar);

    private static FontFace Slanted(FontFace face) => face is FontFace.Bold or FontFace.BoldItalic ? FontFace.BoldItalic : FontFace.Italic;

    private static FontFace Strong(FontFace face) => face is FontFace.Italic or FontFace.BoldItalic ? FontFace.BoldItalic : FontFace.Bold;
}
