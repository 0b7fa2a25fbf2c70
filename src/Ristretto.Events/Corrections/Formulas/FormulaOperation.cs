namespace Ristretto.Events.Corrections.Formulas;

/// <summary>The steps of a compiled formula.</summary>
internal enum FormulaOperation
{
    /// <summary>Push a number.</summary>
    Literal,

    /// <summary>Push a variable.</summary>
    Variable,

    /// <summary>Push a parameter.</summary>
    Parameter,

    // One number becomes one.
    Negate, Log, Log10, Exp, Erf, Sqrt, Abs, Cos, Sin, Tan, Acos, Asin, Atan, Cosh, Sinh, Tanh, Acosh, Asinh, Atanh,

    // Two numbers become one.
    Atan2, Pow, Max, Min, Add, Subtract, Multiply, Divide, Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual, And, Or,
}
