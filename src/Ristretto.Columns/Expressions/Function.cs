namespace Ristretto.Columns.Expressions;

/// <summary>A function of the language: its name, how many arguments it takes and what it does with them.</summary>
internal sealed record Function(string Name, int Arguments, Func<ExpressionValue[], ExpressionValue> Apply);
