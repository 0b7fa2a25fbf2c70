using Ristretto.Bytes.Errors;

namespace Ristretto.Columns.Expressions;

/// <summary>Builds the tree of an expression. Operators bind as in C, the weakest first: <c>?:  ||  &amp;&amp;  |  ^  &amp;  == !=  &lt; &lt;= &gt; &gt;=  + -  * / %</c>,
/// then <c>! -</c> before an operand, then <c>**</c> (from the right, so that −x ** 2 is −(x ** 2)), then <c>[ ]</c>.</summary>
internal sealed class Parser
{
    private const int DeepestNesting = 200;
    private const int MostTokens = 4000;             // evaluation recurses into the tree, which a long chain of operators makes deep

    private static readonly string[][] s_levels = [["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    internal static Node Parse(string text)
    {
        var parser = new Parser(Lexer.Read(text));
        if (parser._tokens.Count > MostTokens) throw new ExpressionException("the expression is too long", parser._tokens[MostTokens].Start, text.Length);
        if (parser.Current.Kind == TokenKind.End) throw new ExpressionException("the expression is empty", 1, 1);
        var node = parser.Choice();
        if (parser.Current.Kind != TokenKind.End) throw parser.Unexpected("an operator or the end");
        return node;
    }

    private Node Choice()
    {
        if (++_depth > DeepestNesting) throw new ExpressionException("nested too deeply", Current.Start, Current.End);
        var condition = Binary(0);
        if (Accept("?"))
        {
            var yes = Choice();
            Expect(":");
            var no = Choice();
            condition = new ChoiceNode(condition, yes, no, condition.Start, no.End);
        }
        _depth--;
        return condition;
    }

    private Node Binary(int level)
    {
        if (level == s_levels.Length) return Unary();
        var left = Binary(level + 1);
        while (Current.Kind == TokenKind.Symbol && s_levels[level].Contains(Current.Text))
        {
            var symbol = Next().Text;
            var right = Binary(level + 1);
            left = new BinaryNode(symbol, left, right, left.Start, right.End);
        }
        return left;
    }

    private Node Unary()
    {
        if (!Current.Is("!") && !Current.Is("-") && !Current.Is("+")) return Power();
        if (++_depth > DeepestNesting) throw new ExpressionException("nested too deeply", Current.Start, Current.End);
        var symbol = Next();
        var operand = Unary();
        _depth--;
        return symbol.Is("+") ? operand : new UnaryNode(symbol.Text, operand, symbol.Start, operand.End);
    }

    private Node Power()
    {
        var left = Postfix();
        if (!Accept("**")) return left;
        if (++_depth > DeepestNesting) throw new ExpressionException("nested too deeply", Current.Start, Current.End);
        var right = Unary();
        _depth--;
        return new BinaryNode("**", left, right, left.Start, right.End);
    }

    private Node Postfix()
    {
        var node = Primary();
        while (Accept("["))
        {
            var index = Choice();
            var close = Expect("]");
            node = new IndexNode(node, index, node.Start, close.End);
        }
        return node;
    }

    private Node Primary()
    {
        var token = Current;
        if (token.Kind == TokenKind.Number) return new ConstantNode(Next().Number, false, token.Start, token.End);
        if (token.Kind == TokenKind.Name)
        {
            Next();
            if (Current.Is("(")) return Call(token);
            if (token.Text is "true" or "false") return new ConstantNode(token.Text == "true" ? 1 : 0, true, token.Start, token.End);
            return new NameNode(token.Text, token.Start, token.End);
        }
        if (!Accept("(")) throw Unexpected("a value");
        var inner = Choice();
        var close = Expect(")");
        return inner with { Start = token.Start, End = close.End };
    }

    private CallNode Call(Token name)
    {
        if (!FunctionTable.TryGet(name.Text, out var overloads))
            throw new ExpressionException($"unknown function \"{name.Text}\"", name.Start, name.End, NearestNames.Hint(name.Text, FunctionTable.Names));
        Next();
        List<Node> arguments = [];
        if (!Current.Is(")")) do arguments.Add(Choice()); while (Accept(","));
        var close = Expect(")");
        var function = overloads.FirstOrDefault(f => f.Arguments == arguments.Count) ?? throw new ExpressionException(
            $"{name.Text} takes {string.Join(" or ", overloads.Select(f => f.Arguments))} arguments, not {arguments.Count},", name.Start, close.End);
        return new CallNode(function, [.. arguments], name.Start, close.End);
    }

    private Token Next() => _tokens[_at++];

    private bool Accept(string symbol)
    {
        if (!Current.Is(symbol)) return false;
        _at++;
        return true;
    }

    private Token Expect(string symbol) => Current.Is(symbol) ? Next() : throw Unexpected($"'{symbol}'");

    private ExpressionException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "the end" : $"'{Current.Text}'";
        var after = _at == 0 ? "" : $" after '{_tokens[_at - 1].Text}'";
        return new ExpressionException($"expected {expected}{after}, found {found}", Current.Start, Current.End);
    }
}
