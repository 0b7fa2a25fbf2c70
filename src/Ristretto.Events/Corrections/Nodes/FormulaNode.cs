using Ristretto.Events.Corrections.Formulas;

namespace Ristretto.Events.Corrections.Nodes;

/// <summary>A formula of real inputs with its own parameters; the program may be shared.</summary>
internal sealed class FormulaNode(FormulaProgram program, int[] variables, double[] parameters) : Node
{
    internal override double Evaluate(in Arguments arguments)
    {
        Span<double> values = stackalloc double[variables.Length];
        for (var i = 0; i < variables.Length; i++) values[i] = arguments.Real(variables[i]);
        return program.Evaluate(values, parameters);
    }
}
