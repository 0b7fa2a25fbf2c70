using Ristretto.Bytes.Errors;
using Ristretto.Events.Corrections.Formulas;
using Ristretto.Events.Corrections.Nodes;
using Ristretto.Events.Json;

namespace Ristretto.Events.Corrections.Reading;

/// <summary>Reads the nodes of one correction.</summary>
internal sealed partial class NodeReader(string path, CorrectionStrictness strictness, Context context)
{
    private static readonly string[] s_nodeTypes = ["binning", "multibinning", "category", "formula", "formularef", "transform", "hashprng", "lwtnn"];

    private List<(FormulaProgram Program, int[] Variables)> _generic = [];

    /// <summary>Compiles the formulas that <c>formularef</c> nodes point to.</summary>
    internal void ReadGenericFormulas(PayloadObject correction)
    {
        if (correction.Optional("generic_formulas") is null) return;
        var place = correction.Place["generic_formulas"];
        _generic = [.. correction.List("generic_formulas").Select((item, i) => ReadFormula(FormulaObject(item, place[i])))];
    }

    /// <summary>Reads a node: a number, or an object with a <c>nodetype</c>.</summary>
    internal Node Read(JsonValue value, Place place)
    {
        if (value.IsNumber) return new ConstantNode(value.Number);
        var node = new PayloadObject(path, CorrectionStrictness.Lenient, value, place, "a number or a node");
        var type = node.Text("nodetype");
        switch (type)
        {
            case "binning":
                return ReadBinning(Object("nodetype", "input", "edges", "content", "flow"), isMulti: false);
            case "multibinning":
                return ReadBinning(Object("nodetype", "inputs", "edges", "content", "flow"), isMulti: true);
            case "category":
                return ReadCategory(Object("nodetype", "input", "content", "default"));
            case "formula":
                var formula = FormulaObject(value, place);
                var (program, variables) = ReadFormula(formula);
                return new FormulaNode(program, variables, Parameters(formula, program, formula.Optional("parameters") is null ? [] : formula.Numbers("parameters")));
            case "formularef":
                return ReadFormulaReference(Object("nodetype", "index", "parameters"));
            case "transform":
                return ReadTransform(Object("nodetype", "input", "rule", "content"));
            case "hashprng":
                return ReadHashPrng(Object("nodetype", "inputs", "distribution"));
            case "lwtnn":
                throw Unsupported(value, place, "neural networks (nodetype lwtnn) are not evaluated");
            default:
                node.Fail("nodetype", $"unknown nodetype \"{type}\"{NearestNames.Hint(type, s_nodeTypes)}");
                return null;
        }

        PayloadObject Object(params string[] known) => new(path, strictness, value, place, $"a node of type {type}", known);
    }

    private CategoryNode ReadCategory(PayloadObject node)
    {
        var input = Input(node, "input", node.Text("input"));
        var type = context.Inputs[input].Type;
        if (type == CorrectionType.Real) node.Fail("input", $"input \"{context.Inputs[input].Name}\" is a real; a category needs a string or an int");
        var parts = new SortedDictionary<long, Node>();
        var items = node.List("content");
        for (var i = 0; i < items.Count; i++)
        {
            var item = new PayloadObject(path, strictness, items[i], node.Place["content"][i], "a key and its value", "key", "value");
            var key = Key(item, type);
            var part = Read(item.Required("value"), item.Place["value"]);
            if (!parts.TryAdd(key, part) && strictness == CorrectionStrictness.Strict) item.Fail("key", $"key {item.Required("key").Text} is given a second time");
        }
        var fallback = node.Optional("default") is { } value ? Read(value, node.Place["default"]) : null;
        return new CategoryNode(context, input, [.. parts.Keys], [.. parts.Values], fallback);
    }

    private long Key(PayloadObject item, CorrectionType type)
    {
        var key = item.Required("key");
        if (type == CorrectionType.Text && key.Kind == JsonKind.Text) return context.Keys.Add(key.Text);
        if (type == CorrectionType.Integer && key.TryGetInteger(out var number) && number is >= int.MinValue and <= int.MaxValue) return number;
        item.Fail("key", $"expected {(type == CorrectionType.Text ? "a string" : "an integer of 32 bits")}, as the input is, found {key.Described}");
        return 0;
    }

    private TransformNode ReadTransform(PayloadObject node)
    {
        var input = Input(node, "input", node.Text("input"));
        if (context.Inputs[input].Type == CorrectionType.Text) node.Fail("input", $"input \"{context.Inputs[input].Name}\" is a string; a transform replaces numbers only");
        return new TransformNode(context, input, Read(node.Required("rule"), node.Place["rule"]), Read(node.Required("content"), node.Place["content"]));
    }

    private HashPrngNode ReadHashPrng(PayloadObject node)
    {
        var names = node.Texts("inputs");
        if (names.Length == 0) node.Fail("inputs", "is empty; random numbers need at least one input");
        var inputs = Array.ConvertAll(names, name => Input(node, "inputs", name));
        foreach (var input in inputs)
            if (context.Inputs[input].Type == CorrectionType.Text) node.Fail("inputs", $"input \"{context.Inputs[input].Name}\" is a string; random numbers follow from numbers only");
        var distribution = node.Text("distribution");
        if (distribution == "stdnormal") throw Unsupported(node.Required("distribution"), node.Place["distribution"], "the distribution stdnormal differs from platform to platform; use normal");
        if (distribution is not ("stdflat" or "normal")) node.Fail("distribution", $"unknown distribution \"{distribution}\"; known: stdflat, normal");
        return new HashPrngNode(inputs, distribution == "normal");
    }

    private int Input(PayloadObject node, string field, string name)
    {
        for (var i = 0; i < context.Inputs.Count; i++)
            if (context.Inputs[i].Name == name) return i;
        node.Fail(field, $"there is no input \"{name}\"{NearestNames.Hint(name, context.Inputs.Select(input => input.Name))}");
        return -1;
    }

    private UnsupportedNodeException Unsupported(JsonValue value, Place place, string reason) =>
        new(value.Line, $"{place}: correction \"{context.Name}\" cannot be used: {reason}");
}
