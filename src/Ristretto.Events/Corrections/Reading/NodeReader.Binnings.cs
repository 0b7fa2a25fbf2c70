using Ristretto.Events.Corrections.Nodes;
using Ristretto.Events.Json;

namespace Ristretto.Events.Corrections.Reading;

internal sealed partial class NodeReader
{
    private BinningNode ReadBinning(PayloadObject node, bool isMulti)
    {
        string[] names = isMulti ? node.Texts("inputs") : [node.Text("input")];
        if (names.Length == 0) node.Fail("inputs", "is empty; a multibinning needs at least one input");
        List<JsonValue> edges = isMulti ? node.List("edges") : [node.Required("edges")];
        if (edges.Count != names.Length) node.Fail("edges", $"{edges.Count} lists of edges for {names.Length} inputs");

        var (flow, flowNode) = ReadFlow(node);
        var inputs = new BinnedInput[names.Length];
        var cells = 1L;
        for (var i = 0; i < names.Length; i++)
        {
            var input = Input(node, isMulti ? "inputs" : "input", names[i]);
            if (context.Inputs[input].Type == CorrectionType.Text) node.Fail(isMulti ? "inputs" : "input", $"input \"{names[i]}\" is a string; bins need numbers");
            var place = isMulti ? node.Place["edges"][i] : node.Place["edges"];
            var axis = ReadAxis(node, edges[i], place);
            if (flow == Flow.Wrap && !double.IsFinite(axis.High - axis.Low)) node.Fail(place, edges[i], "an axis with an infinite edge cannot be wrapped");
            inputs[i] = new BinnedInput(context, input, axis, flow);
            cells = Math.Min(cells * axis.Bins, int.MaxValue);
        }
        var content = node.List("content");
        if (content.Count != cells) node.Fail("content", $"{content.Count} values for {cells} bins");
        var contentPlace = node.Place["content"];
        return new BinningNode(inputs, new BinContents([.. content.Select((value, i) => value.IsNumber ? new ConstantNode(value.Number) : Read(value, contentPlace[i]))]), flowNode);
    }

    private (Flow Flow, Node? Node) ReadFlow(PayloadObject node)
    {
        var flow = node.Required("flow");
        if (flow.Kind != JsonKind.Text) return (Flow.Content, Read(flow, node.Place["flow"]));
        switch (flow.Text)
        {
            case "clamp": return (Flow.Clamp, null);
            case "error": return (Flow.Error, null);
            case "wrap": return (Flow.Wrap, null);
            default:
                node.Fail("flow", $"unknown flow \"{flow.Text}\"; known: clamp, error, wrap, or a value");
                return default;
        }
    }

    private Axis ReadAxis(PayloadObject node, JsonValue value, Place place)
    {
        if (value.Kind == JsonKind.Map)
        {
            var uniform = new PayloadObject(path, strictness, value, place, "uniform bins", "n", "low", "high");
            var (bins, low, high) = (uniform.Integer("n"), uniform.Number("low"), uniform.Number("high"));
            if (bins <= 0) uniform.Fail("n", $"{bins} bins; at least one is needed");
            if (!(low < high)) uniform.Fail("high", "is not above \"low\"");
            return new Axis(bins, low, high);
        }
        if (value.Kind != JsonKind.List) node.Fail(place, value, $"expected a list of edges or uniform bins, found {value.Described}");
        if (value.Items.Count < 2) node.Fail(place, value, $"{value.Items.Count} edges; at least two are needed");
        var edges = new double[value.Items.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var item = value.Items[i];
            edges[i] = item switch
            {
                { IsNumber: true } when double.IsFinite(item.Number) => item.Number,
                { Kind: JsonKind.Text, Text: "inf" or "+inf" } => double.PositiveInfinity,
                { Kind: JsonKind.Text, Text: "-inf" } => double.NegativeInfinity,
                _ => double.NaN,
            };
            if (double.IsNaN(edges[i])) node.Fail(place[i], item, $"expected a number, \"inf\" or \"-inf\", found {item.Described}");
            if (i > 0 && !(edges[i] > edges[i - 1])) node.Fail(place[i], item, "the edges do not rise");
        }
        return new Axis(edges);
    }
}
