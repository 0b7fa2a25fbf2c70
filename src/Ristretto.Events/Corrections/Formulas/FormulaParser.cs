using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ristretto.Events.Corrections.Formulas;

/// <summary>Compiles the part of ROOT's formula language that correctionlib knows.</summary>
/// <remarks>Precedence from loose to tight: <c>||</c>, <c>&amp;&amp;</c>, <c>== !=</c>, <c>&gt; &lt; &gt;= &lt;=</c>, <c>+ -</c>, <c>* /</c>,
/// <c>^</c> which groups from the right, then sign and call: −2^2 is 4. Numbers have no leading point, no capital E and no plus in the exponent; a sign
/// stands before a number, a name or a parenthesis, never before another sign.</remarks>
internal ref partial struct FormulaParser
{
    private const int MaxDepth = 200;

    private static readonly string[][] s_levels = [["||"], ["&&"], ["==", "!="], [">=", "<=", ">", "<"], ["+", "-"], ["*", "/"]];

    private readonly ReadOnlySpan<char> _text;
    private readonly int _variables;
    private readonly List<FormulaStep> _steps = [];
    private int _at;
    private int _depth;
    private string? _error;

    private FormulaParser(string text, int variables)
    {
        _text = text;
        _variables = variables;
    }

    /// <summary>Compiles a formula of the given number of variables; the error says what was found at which character, from 1.</summary>
    internal static bool TryParse(string text, int variables, [NotNullWhen(true)] out FormulaProgram? program, [NotNullWhen(false)] out string? error)
    {
        var parser = new FormulaParser(text, variables);
        parser.Level(0);
        if (parser.Next() != '\0') parser.Expected("an operator");
        error = parser._error is null ? null : $"formula \"{text}\": {parser._error}";
        program = error is null ? new FormulaProgram([.. parser._steps]) : null;
        return program is not null;
    }

    /// <summary>Operators of one precedence, grouping from the left.</summary>
    private void Level(int level)
    {
        if (level == s_levels.Length)
        {
            Power();
            return;
        }
        Level(level + 1);
        while (_error is null && TakeOperator(s_levels[level]) is { } symbol)
        {
            Level(level + 1);
            _steps.Add(new(OperationOf(symbol)));
        }
    }

    private void Power()
    {
        if (++_depth > MaxDepth)
        {
            _error ??= $"nested more than {MaxDepth} deep";
            return;
        }
        Atom();
        if (_error is null && Take('^'))
        {
            Power();
            _steps.Add(new(FormulaOperation.Pow));
        }
        _depth--;
    }

    private void Atom()
    {
        if (!Take('-'))
        {
            Unsigned();
            return;
        }
        if (Next() == '-') Expected("a number, a name or '('");
        var first = _steps.Count;
        Unsigned();
        if (_steps.Count == first + 1 && _steps[first] is { Operation: FormulaOperation.Literal } literal) _steps[first] = literal with { Number = -literal.Number };
        else _steps.Add(new(FormulaOperation.Negate));
    }

    private void Unsigned()
    {
        var next = Next();
        if (_error is not null) return;
        if (char.IsAsciiDigit(next)) Number();
        else if (char.IsAsciiLetter(next)) Name();
        else if (Take('[')) Parameter();
        else if (Take('(')) Closed();
        else Expected("a number, a name, '[' or '('");
    }

    private void Closed()
    {
        Level(0);
        Require(')');
    }

    private void Parameter()
    {
        var index = Index("the number of a parameter");
        Require(']');
        _steps.Add(new(FormulaOperation.Parameter, Index: index));
    }

    private void Number()
    {
        var start = _at;
        Digits();
        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
            Digits();
        }
        if (_at < _text.Length && _text[_at] == 'e')
        {
            _at += _at + 1 < _text.Length && _text[_at + 1] == '-' ? 2 : 1;
            if (_at >= _text.Length || !char.IsAsciiDigit(_text[_at])) Expected("the digits of the exponent");
            Digits();
        }
        double.TryParse(_text[start.._at], NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        _steps.Add(new(FormulaOperation.Literal, value));
    }
}
