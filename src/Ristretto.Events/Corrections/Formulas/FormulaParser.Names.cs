using System.Globalization;

namespace Ristretto.Events.Corrections.Formulas;

internal ref partial struct FormulaParser
{
    private void Name()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is ':' or '_')) _at++;
        var name = _text[start.._at].ToString();
        if (name is "x" or "y" or "z" or "t") Variable(name, start);
        else if (UnaryOf(name) is { } unary) Call(unary, 1);
        else if (BinaryOf(name) is { } binary) Call(binary, 2);
        else _error ??= $"unknown name \"{name}\" at character {start + 1}; known are x, y, z, t, x[0] … and log log10 exp erf sqrt abs cos sin tan acos asin atan cosh sinh tanh acosh asinh atanh atan2 pow max min";
    }

    private void Variable(string name, int start)
    {
        var index = "xyzt".IndexOf(name[0], StringComparison.Ordinal);
        if (name == "x" && Take('['))
        {
            index = Index("the number of a variable");
            Require(']');
        }
        if (index >= _variables) _error ??= $"variable {_text[start.._at]} at character {start + 1}, but there are {_variables} variables";
        _steps.Add(new(FormulaOperation.Variable, Index: index));
    }

    private void Call(FormulaOperation operation, int arguments)
    {
        Require('(');
        for (var i = 0; i < arguments && _error is null; i++)
        {
            if (i > 0) Require(',');
            Level(0);
        }
        Require(')');
        _steps.Add(new(operation));
    }

    private int Index(string what)
    {
        Next();
        var start = _at;
        Digits();
        if (int.TryParse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < 10000) return index;
        _at = start;
        Expected(what);
        return 0;
    }

    private void Digits()
    {
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
    }

    private string? TakeOperator(string[] symbols)
    {
        Next();
        foreach (var symbol in symbols)
        {
            if (!_text[_at..].StartsWith(symbol, StringComparison.Ordinal)) continue;
            _at += symbol.Length;
            return symbol;
        }
        return null;
    }

    private bool Take(char wanted)
    {
        if (Next() != wanted) return false;
        _at++;
        return true;
    }

    private void Require(char wanted)
    {
        if (_error is null && !Take(wanted)) Expected($"'{wanted}'");
    }

    private char Next()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t')) _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Expected(string what) =>
        _error ??= Next() == '\0' && _at >= _text.Length ? $"it ends where {what} is expected" : $"found '{(Next() < ' ' ? '?' : Next())}' at character {_at + 1} where {what} is expected";

    private static FormulaOperation OperationOf(string symbol) => symbol switch
    {
        "||" => FormulaOperation.Or,
        "&&" => FormulaOperation.And,
        "==" => FormulaOperation.Equal,
        "!=" => FormulaOperation.NotEqual,
        ">=" => FormulaOperation.GreaterEqual,
        "<=" => FormulaOperation.LessEqual,
        ">" => FormulaOperation.Greater,
        "<" => FormulaOperation.Less,
        "+" => FormulaOperation.Add,
        "-" => FormulaOperation.Subtract,
        "*" => FormulaOperation.Multiply,
        _ => FormulaOperation.Divide,
    };

    private static FormulaOperation? UnaryOf(string name) => name switch
    {
        "log" => FormulaOperation.Log,
        "log10" => FormulaOperation.Log10,
        "exp" => FormulaOperation.Exp,
        "erf" => FormulaOperation.Erf,
        "sqrt" => FormulaOperation.Sqrt,
        "abs" => FormulaOperation.Abs,
        "cos" => FormulaOperation.Cos,
        "sin" => FormulaOperation.Sin,
        "tan" => FormulaOperation.Tan,
        "acos" => FormulaOperation.Acos,
        "asin" => FormulaOperation.Asin,
        "atan" => FormulaOperation.Atan,
        "cosh" => FormulaOperation.Cosh,
        "sinh" => FormulaOperation.Sinh,
        "tanh" => FormulaOperation.Tanh,
        "acosh" => FormulaOperation.Acosh,
        "asinh" => FormulaOperation.Asinh,
        "atanh" => FormulaOperation.Atanh,
        _ => null,
    };

    private static FormulaOperation? BinaryOf(string name) => name switch
    {
        "atan2" => FormulaOperation.Atan2,
        "pow" => FormulaOperation.Pow,
        "max" => FormulaOperation.Max,
        "min" => FormulaOperation.Min,
        _ => null,
    };
}
