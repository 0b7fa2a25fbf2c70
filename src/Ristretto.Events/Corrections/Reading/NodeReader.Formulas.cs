using Ristretto.Events.Corrections.Formulas;
using Ristretto.Events.Corrections.Nodes;
using Ristretto.Events.Json;

namespace Ristretto.Events.Corrections.Reading;

internal sealed partial class NodeReader
{
    /// <summary>Compiled formulas by text and number of variables: payloads repeat the same text for every bin.</summary>
    private readonly Dictionary<(string Text, int Variables), FormulaProgram> _programs = [];

    private PayloadObject FormulaObject(JsonValue value, Place place) =>
        new(path, strictness, value, place, "a formula", "nodetype", "expression", "parser", "variables", "parameters");

    private (FormulaProgram Program, int[] Variables) ReadFormula(PayloadObject node)
    {
        var text = node.Text("expression");
        if (node.Text("parser") is not "TFormula" and var parser) node.Fail("parser", $"unknown parser \"{parser}\"; known: TFormula");
        var variables = Array.ConvertAll(node.Texts("variables"), name => Input(node, "variables", name));
        foreach (var variable in variables)
        {
            var input = context.Inputs[variable];
            if (input.Type != CorrectionType.Real) node.Fail("variables", $"input \"{input.Name}\" is {(input.Type == CorrectionType.Text ? "a string" : "an int")}; formulas take reals");
        }
        if (_programs.TryGetValue((text, variables.Length), out var known)) return (known, variables);
        if (!FormulaParser.TryParse(text, variables.Length, out var program, out var error)) node.Fail("expression", error);
        return (_programs[(text, variables.Length)] = program, variables);
    }

    private FormulaNode ReadFormulaReference(PayloadObject node)
    {
        var index = node.Integer("index");
        if (index < 0 || index >= _generic.Count) node.Fail("index", $"there is no generic formula {index}; the correction has {_generic.Count}");
        var (program, variables) = _generic[index];
        return new FormulaNode(program, variables, Parameters(node, program, node.Numbers("parameters")));
    }

    private static double[] Parameters(PayloadObject node, FormulaProgram program, double[] parameters)
    {
        if (parameters.Length < program.ParameterCount) node.Fail($"the formula uses [{program.ParameterCount - 1}], but has {parameters.Length} parameters");
        return parameters;
    }
}
