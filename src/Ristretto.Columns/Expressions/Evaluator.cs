using Ristretto.Columns.Arrays;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Expressions;

/// <summary>Evaluates a tree with column operations.</summary>
internal static class Evaluator
{
    internal static ExpressionValue Evaluate(Node node, IColumnResolver columns)
    {
        switch (node)
        {
            case ConstantNode constant: return constant.IsAnswer ? ExpressionValue.Constant(constant.Number != 0) : ExpressionValue.Constant(constant.Number);
            case NameNode name: return columns.TryResolve(name.Name, out var value) ? value : throw Expression.Unknown(name, columns.Names);
            case UnaryNode unary: return At(node, static (o, a) => Unary(o, a[0]), unary.Operator, Evaluate(unary.Operand, columns));
            case BinaryNode binary: return At(node, static (o, a) => Binary(o, a[0], a[1]), binary.Operator, Evaluate(binary.Left, columns), Evaluate(binary.Right, columns));
            case ChoiceNode choice: return At(node, static (_, a) => Choose(a[0], a[1], a[2]), "", Evaluate(choice.Condition, columns), Evaluate(choice.Yes, columns), Evaluate(choice.No, columns));
            case IndexNode index: return At(node, static (_, a) => Indexing.Apply(a[0], a[1]), "", Evaluate(index.Operand, columns), Evaluate(index.Index, columns));
            case CallNode call:
                var arguments = new ExpressionValue[call.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++) arguments[i] = Evaluate(call.Arguments[i], columns);
                return At(node, (_, a) => call.Function.Apply(a), "", arguments);
            default: throw new InvalidOperationException($"{node.GetType().Name} cannot be evaluated");
        }
    }

    /// <summary>condition ? yes : no, value by value.</summary>
    internal static ExpressionValue Choose(ExpressionValue condition, ExpressionValue yes, ExpressionValue no)
    {
        RequireAnswers(condition, "?:");
        if (yes.IsAnswer != no.IsAnswer) throw new ArgumentException("cannot choose between answers and numbers");
        (yes, no) = Alignment.Align(yes, no);
        (condition, yes) = Alignment.Align(condition, yes);
        (yes, no) = Alignment.Align(yes, no);
        (condition, no) = Alignment.Align(condition, no);
        return yes.IsAnswer ? condition.With((condition.FlatAnswers & yes.FlatAnswers) | (!condition.FlatAnswers & no.FlatAnswers))
            : condition.With(ColumnMath.Where(condition.FlatAnswers, yes.FlatNumbers, no.FlatNumbers));
    }

    internal static void RequireAnswers(ExpressionValue value, string symbol)
    {
        if (!value.IsAnswer) throw new ArgumentException($"'{symbol}' needs yes or no, not {value.Describe()}; compare it with something,");
    }

    private static ExpressionValue At(Node node, Func<string, ExpressionValue[], ExpressionValue> operation, string symbol, params ExpressionValue[] operands)
    {
        try
        {
            return operation(symbol, operands);
        }
        catch (ArgumentException error)
        {
            throw new ExpressionException(error.Message, node.Start, node.End, innerException: error);
        }
    }

    private static ExpressionValue Unary(string symbol, ExpressionValue operand)
    {
        if (symbol == "-") return Alignment.AsNumbers(operand) is var numbers ? numbers.With(-numbers.FlatNumbers) : default;
        RequireAnswers(operand, "!");
        return operand.With(!operand.FlatAnswers);
    }

    private static ExpressionValue Binary(string symbol, ExpressionValue left, ExpressionValue right)
    {
        if (symbol is "&" or "&&" or "|" or "||" or "^") return Logic(symbol, left, right);
        (left, right) = Alignment.Align(Alignment.AsNumbers(left), Alignment.AsNumbers(right));
        var (a, b) = (left.FlatNumbers, right.FlatNumbers);
        return symbol switch
        {
            "+" => left.With(a + b),
            "-" => left.With(a - b),
            "*" => left.With(a * b),
            "/" => left.With(a / b),
            "%" => left.With(ColumnMath.MapEach<double, Remainder<double>>(a, b)),
            "**" => left.With(ColumnMath.Pow(a, b)),
            "<" => left.With(a < b),
            "<=" => left.With(a <= b),
            ">" => left.With(a > b),
            ">=" => left.With(a >= b),
            "==" => left.With(a == b),
            "!=" => left.With(a != b),
            _ => throw new InvalidOperationException($"no operator {symbol}"),
        };
    }

    private static ExpressionValue Logic(string symbol, ExpressionValue left, ExpressionValue right)
    {
        RequireAnswers(left, symbol);
        RequireAnswers(right, symbol);
        (left, right) = Alignment.Align(left, right);
        var (a, b) = (left.FlatAnswers, right.FlatAnswers);
        return left.With(symbol[0] switch { '&' => a & b, '|' => a | b, _ => a ^ b });
    }
}
