namespace Ristretto.Events.Corrections.Formulas;

/// <summary>A formula compiled to steps of a stack machine. Evaluates in double, in the order of the text, without contraction.</summary>
internal sealed class FormulaProgram
{
    private readonly FormulaStep[] _steps;
    private readonly int _depth;

    internal FormulaProgram(FormulaStep[] steps)
    {
        _steps = steps;
        var depth = 0;
        foreach (var (operation, _, index) in steps)
        {
            if (operation <= FormulaOperation.Parameter) depth++;
            else if (operation >= FormulaOperation.Atan2) depth--;
            _depth = Math.Max(_depth, depth);
            if (operation == FormulaOperation.Parameter) ParameterCount = Math.Max(ParameterCount, index + 1);
        }
    }

    /// <summary>How many parameters the formula needs: the highest index plus one.</summary>
    internal int ParameterCount { get; }

    /// <summary>The value; allocates nothing.</summary>
    internal double Evaluate(ReadOnlySpan<double> variables, ReadOnlySpan<double> parameters)
    {
        Span<double> stack = stackalloc double[_depth];
        var top = -1;
        foreach (ref readonly var step in _steps.AsSpan())
        {
            switch (step.Operation)
            {
                case FormulaOperation.Literal:
                    stack[++top] = step.Number;
                    break;
                case FormulaOperation.Variable:
                    stack[++top] = variables[step.Index];
                    break;
                case FormulaOperation.Parameter:
                    stack[++top] = parameters[step.Index];
                    break;
                case < FormulaOperation.Atan2:
                    stack[top] = Unary(step.Operation, stack[top]);
                    break;
                default:
                    top--;
                    stack[top] = Binary(step.Operation, stack[top], stack[top + 1]);
                    break;
            }
        }
        return stack[0];
    }

    private static double Unary(FormulaOperation operation, double x) => operation switch
    {
        FormulaOperation.Negate => -x,
        FormulaOperation.Log => Math.Log(x),
        FormulaOperation.Log10 => Math.Log10(x),
        FormulaOperation.Exp => Math.Exp(x),
        FormulaOperation.Erf => ErrorFunction.Erf(x),
        FormulaOperation.Sqrt => Math.Sqrt(x),
        FormulaOperation.Abs => Math.Abs(x),
        FormulaOperation.Cos => Math.Cos(x),
        FormulaOperation.Sin => Math.Sin(x),
        FormulaOperation.Tan => Math.Tan(x),
        FormulaOperation.Acos => Math.Acos(x),
        FormulaOperation.Asin => Math.Asin(x),
        FormulaOperation.Atan => Math.Atan(x),
        FormulaOperation.Cosh => Math.Cosh(x),
        FormulaOperation.Sinh => Math.Sinh(x),
        FormulaOperation.Tanh => Math.Tanh(x),
        FormulaOperation.Acosh => Math.Acosh(x),
        FormulaOperation.Asinh => Math.Asinh(x),
        _ => Math.Atanh(x),
    };

    /// <summary>The larger and the smaller of two, as in C++: the first unless the comparison says otherwise, also with NaN.</summary>
    private static double Binary(FormulaOperation operation, double a, double b) => operation switch
    {
        FormulaOperation.Atan2 => Math.Atan2(a, b),
        FormulaOperation.Pow => Math.Pow(a, b),
        FormulaOperation.Max => a < b ? b : a,
        FormulaOperation.Min => b < a ? b : a,
        FormulaOperation.Add => a + b,
        FormulaOperation.Subtract => a - b,
        FormulaOperation.Multiply => a * b,
        FormulaOperation.Divide => a / b,
        FormulaOperation.Less => a < b ? 1 : 0,
        FormulaOperation.LessEqual => a <= b ? 1 : 0,
        FormulaOperation.Greater => a > b ? 1 : 0,
        FormulaOperation.GreaterEqual => a >= b ? 1 : 0,
        FormulaOperation.Equal => a == b ? 1 : 0,
        FormulaOperation.NotEqual => a != b ? 1 : 0,
        FormulaOperation.And => a != 0 && b != 0 ? 1 : 0,
        _ => a != 0 || b != 0 ? 1 : 0,
    };
}
