using Ristretto.Bytes.Errors;
using Ristretto.Events.Corrections.Nodes;
using Ristretto.Events.Json;

namespace Ristretto.Events.Corrections.Reading;

/// <summary>Reads a payload of schema version 2 into compiled corrections.</summary>
internal sealed class SetReader(string path, CorrectionStrictness strictness)
{
    private readonly TextKeys _keys = new();

    internal CorrectionSet Read(JsonValue root)
    {
        if (root.Kind != JsonKind.Map) throw new ConfigurationException(path, root.Line, $"a correctionlib payload is an object, found {root.Described}");
        var set = Object(root, Place.Root, "the set", "schema_version", "description", "corrections", "compound_corrections", "$schema");
        if (set.Integer("schema_version") is not 2 and var version) set.Fail("schema_version", $"version {version} of the schema; only version 2 is read");
        Dictionary<string, Correction> corrections = new(StringComparer.Ordinal);
        Dictionary<string, Refusal> refused = new(StringComparer.Ordinal);
        var items = set.List("corrections");
        for (var i = 0; i < items.Count; i++)
        {
            var item = CorrectionObject(items[i], Place.Root["corrections"][i]);
            var name = item.Text("name");
            if (corrections.ContainsKey(name) || refused.ContainsKey(name)) item.Fail("name", $"a second correction with the name \"{name}\"");
            try
            {
                corrections.Add(name, ReadCorrection(item, name));
            }
            catch (UnsupportedNodeException e)
            {
                refused.Add(name, e.Refusal);
            }
        }
        return new CorrectionSet(path, set.OptionalText("description"), corrections, ReadCompounds(set, corrections, refused), refused);
    }

    private PayloadObject CorrectionObject(JsonValue value, Place place) =>
        Object(value, place, "a correction", "name", "description", "version", "inputs", "output", "generic_formulas", "data");

    private Correction ReadCorrection(PayloadObject item, string name)
    {
        var inputs = ReadVariables(item);
        var version = item.Integer("version");
        ReadOutput(item);
        var context = new Context(path, name, inputs, _keys);
        var nodes = new NodeReader(path, strictness, context);
        nodes.ReadGenericFormulas(item);
        var data = nodes.Read(item.Required("data"), item.Place["data"]);
        return new Correction(context, item.OptionalText("description"), version, data);
    }

    private Dictionary<string, Correction> ReadCompounds(PayloadObject set, Dictionary<string, Correction> corrections, Dictionary<string, Refusal> refused)
    {
        Dictionary<string, Correction> compounds = new(StringComparer.Ordinal);
        if (set.Optional("compound_corrections") is null) return compounds;
        var items = set.List("compound_corrections");
        for (var i = 0; i < items.Count; i++)
        {
            var item = Object(items[i], Place.Root["compound_corrections"][i], "a compound correction", "name", "description", "inputs", "output", "inputs_update", "input_op", "output_op", "stack");
            var name = item.Text("name");
            if (compounds.ContainsKey(name)) item.Fail("name", $"a second compound correction with the name \"{name}\"");
            if (ReadCompound(item, name, corrections, refused) is { } compound) compounds.Add(name, compound);
        }
        return compounds;
    }

    private Correction? ReadCompound(PayloadObject item, string name, Dictionary<string, Correction> corrections, Dictionary<string, Refusal> refused)
    {
        var inputs = ReadVariables(item);
        ReadOutput(item);
        var updated = item.Texts("inputs_update").Select((input, i) =>
        {
            var at = inputs.FindIndex(variable => variable.Name == input);
            if (at < 0) item.Fail("inputs_update", $"there is no input \"{input}\"{NearestNames.Hint(input, inputs.Select(variable => variable.Name))}");
            if (inputs[at].Type != CorrectionType.Real) item.Fail("inputs_update", $"input \"{input}\" is of type {inputs[at].TypeName}; only a real can be updated");
            return at;
        }).ToArray();
        var (inputOperation, outputOperation) = (Operation("input_op", false), Operation("output_op", true));
        var stack = item.Texts("stack");
        if (stack.Length == 0) item.Fail("stack", "is empty");
        if (stack.FirstOrDefault(refused.ContainsKey) is { } missing)
        {
            refused.TryAdd(name, refused[missing]);
            return null;
        }
        var context = new Context(path, name, inputs, _keys);
        return new Correction(context, item.OptionalText("description"), null, new CompoundNode(Array.ConvertAll(stack, Member), updated, inputOperation, outputOperation));

        CompoundOperation Operation(string field, bool isOutput) => item.Text(field) switch
        {
            "+" => CompoundOperation.Add,
            "*" => CompoundOperation.Multiply,
            "/" => CompoundOperation.Divide,
            "last" when isOutput => CompoundOperation.Last,
            var other => throw new ConfigurationException(path, item.Required(field).Line, $"{item.Place[field]}: unknown operation \"{other}\"; known: + * /{(isOutput ? " last" : "")}"),
        };

        (Node, int[]) Member(string member)
        {
            if (!corrections.TryGetValue(member, out var correction)) item.Fail("stack", $"there is no correction \"{member}\"{NearestNames.Hint(member, corrections.Keys)}");
            return (correction.Node, [.. correction.Inputs.Select(input =>
            {
                var at = inputs.FindIndex(variable => variable.Name == input.Name && variable.Type == input.Type);
                if (at < 0) item.Fail("stack", $"correction \"{member}\" needs the input {input}, which \"{name}\" does not have");
                return at;
            })]);
        }
    }

    private List<CorrectionVariable> ReadVariables(PayloadObject item) => [.. item.List("inputs").Select((value, i) => ReadVariable(value, item.Place["inputs"][i]))];

    private void ReadOutput(PayloadObject item)
    {
        var output = ReadVariable(item.Required("output"), item.Place["output"]);
        if (output.Type != CorrectionType.Real) item.Fail("output", $"the output is of type {output.TypeName}; it must be real");
    }

    private CorrectionVariable ReadVariable(JsonValue value, Place place)
    {
        var variable = Object(value, place, "a variable", "name", "type", "description");
        var type = variable.Text("type") switch
        {
            "real" => CorrectionType.Real,
            "int" => CorrectionType.Integer,
            "string" => CorrectionType.Text,
            var other => throw new ConfigurationException(path, variable.Required("type").Line, $"{place["type"]}: unknown type \"{other}\"; known: real, int, string"),
        };
        return new(variable.Text("name"), type, variable.OptionalText("description"));
    }

    private PayloadObject Object(JsonValue value, Place place, string what, params string[] known) => new(path, strictness, value, place, what, known);
}
