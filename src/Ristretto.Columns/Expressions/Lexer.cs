using System.Globalization;

namespace Ristretto.Columns.Expressions;

/// <summary>Divides the text of an expression into tokens. Names hold letters, digits, '_' and '.', and do not begin with a digit.</summary>
internal static class Lexer
{
    private static readonly string[] s_symbols = ["**", "<=", ">=", "==", "!=", "&&", "||", "!", "-", "+", "*", "/", "%", "<", ">", "&", "^", "|", "?", ":", "(", ")", "[", "]", ","];

    internal static List<Token> Read(string text)
    {
        List<Token> tokens = [];
        for (var at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", 0, at + 1, at + 1));
                return tokens;
            }
            var token = Next(text, at);
            tokens.Add(token);
            at = token.End;
        }
    }

    private static Token Next(string text, int at)
    {
        var first = text[at];
        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return Number(text, at);
        if (char.IsAsciiLetter(first) || first == '_')
        {
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.')) end++;
            return new Token(TokenKind.Name, text[at..end], 0, at + 1, end);
        }
        foreach (var symbol in s_symbols)
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0) return new Token(TokenKind.Symbol, symbol, 0, at + 1, at + symbol.Length);
        if (first == '=') throw new ExpressionException("'=' does not compare, '==' does", at + 1, at + 1);
        throw new ExpressionException($"unexpected character '{first}'", at + 1, at + 1);
    }

    private static Token Number(string text, int at)
    {
        var end = Digits(text, at);
        if (end < text.Length && text[end] == '.') end = Digits(text, end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (Digits(text, exponent) > exponent) end = Digits(text, exponent);
        }
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            throw new ExpressionException($"'{text[end]}' does not belong to a number", end + 1, end + 1);
        return new Token(TokenKind.Number, text[at..end], double.Parse(text.AsSpan(at, end - at), NumberStyles.Float, CultureInfo.InvariantCulture), at + 1, end);
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }
}
