namespace Ristretto.Events.Corrections.Formulas;

/// <summary>One step of a compiled formula.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Number">The number of a literal.</param>
/// <param name="Index">The index of a variable or a parameter.</param>
internal readonly record struct FormulaStep(FormulaOperation Operation, double Number = 0, int Index = 0);
