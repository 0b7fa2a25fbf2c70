using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ristretto.Events.Datasets;

/// <summary>Evaluates the arithmetic in which cross sections are written: numbers, <c>+ - * / **</c> and parentheses, nothing else.</summary>
/// <remarks>Precedence from loose to tight: <c>+ -</c>, <c>* /</c>, sign, <c>**</c>, which groups from the right; −2**2 is −4, as in Python.</remarks>
internal ref struct Arithmetic
{
    private const int MaxDepth = 100;

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;
    private string? _error;

    private Arithmetic(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Evaluates the expression; the error says what was found at which character, from 1.</summary>
    internal static bool TryEvaluate(string text, out double value, [NotNullWhen(false)] out string? error)
    {
        var parser = new Arithmetic(text);
        value = parser.Sum();
        if (parser._error is null && parser.Next() != '\0') parser.Stop("an operator");
        error = parser._error is null ? null : $"\"{text}\" is not a number or arithmetic of numbers: {parser._error}";
        return error is null;
    }

    private double Sum()
    {
        var value = Product();
        while (_error is null)
        {
            if (Take('+')) value += Product();
            else if (Take('-')) value -= Product();
            else break;
        }
        return value;
    }

    private double Product()
    {
        var value = Signed();
        while (_error is null)
        {
            if (!IsPower() && Take('*')) value *= Signed();
            else if (Take('/')) value /= Signed();
            else break;
        }
        return value;
    }

    private double Signed()
    {
        if (++_depth > MaxDepth)
        {
            _error ??= $"nested more than {MaxDepth} deep";
            return 0;
        }
        double value;
        if (Take('-')) value = -Signed();
        else if (Take('+')) value = Signed();
        else value = Power();
        _depth--;
        return value;
    }

    private double Power()
    {
        var value = Atom();
        if (_error is not null || !IsPower()) return value;
        _at += 2;
        return Math.Pow(value, Signed());
    }

    private double Atom()
    {
        if (Take('('))
        {
            var inner = Sum();
            if (_error is null && !Take(')')) Stop("')'");
            return inner;
        }
        Next();
        var end = _at;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || _text[end] == '.' || IsExponent(end))) end++;
        if (double.TryParse(_text[_at..end], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)) _at = end;
        else Stop("a number");
        return number;
    }

    /// <summary>The letter e after a digit or a point, and the sign right after it.</summary>
    private readonly bool IsExponent(int at)
    {
        if (at == _at) return false;
        var before = _text[at - 1];
        return _text[at] is 'e' or 'E' ? char.IsAsciiDigit(before) || before == '.' : (_text[at] is '+' or '-') && (before is 'e' or 'E');
    }

    private bool IsPower() => Next() == '*' && _at + 1 < _text.Length && _text[_at + 1] == '*';

    private bool Take(char wanted)
    {
        if (Next() != wanted) return false;
        _at++;
        return true;
    }

    private char Next()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t')) _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Stop(string expected) =>
        _error ??= Next() == '\0' ? $"it ends where {expected} is expected" : $"found '{Next()}' at character {_at + 1} where {expected} is expected";
}
