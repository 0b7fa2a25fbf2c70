namespace Ristretto.Columns.Expressions;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Number,
    Name,
    Symbol,
    End,
}

/// <summary>A piece of an expression's text; <paramref name="Start"/> and <paramref name="End"/> are its first and last character, counted from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, double Number, int Start, int End)
{
    internal bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
