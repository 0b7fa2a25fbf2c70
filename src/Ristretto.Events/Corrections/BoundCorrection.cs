using Ristretto.Events.Corrections.Nodes;

namespace Ristretto.Events.Corrections;

/// <summary>A correction whose texts are fixed, as a function of its numeric inputs. Does not change; safe for all threads; evaluating
/// allocates nothing.</summary>
public sealed partial class BoundCorrection
{
    private readonly Correction _correction;
    private readonly Node _node;
    private readonly long[] _slots;
    private readonly CorrectionInput[] _given;
    private readonly int[] _numeric;

    internal BoundCorrection(Correction correction, Node node, long[] slots, CorrectionInput[] given)
    {
        (_correction, _node, _slots, _given) = (correction, node, slots, given);
        _numeric = [.. Enumerable.Range(0, slots.Length).Where(i => correction.Inputs[i].Type != CorrectionType.Text)];
        Inputs = [.. _numeric.Select(i => correction.Inputs[i])];
    }

    /// <summary>The name of the correction.</summary>
    public string Name => _correction.Name;

    /// <summary>The numeric inputs in the order in which columns are given.</summary>
    public IReadOnlyList<CorrectionVariable> Inputs { get; }

    /// <summary>The value for every number; for corrections of one real input, such as pile-up weights.</summary>
    /// <param name="values">The input, shape <c>[events]</c>; each float is widened to double.</param>
    /// <param name="results">Receives the values, shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the correction takes other inputs.</exception>
    /// <exception cref="CorrectionException">The payload has no value for one of them.</exception>
    public void Evaluate(ReadOnlySpan<float> values, Span<double> results)
    {
        if (Table is not { } table)
        {
            Evaluate((CorrectionColumn)values, results);
            return;
        }
        Check(1, results.Length, values);
        var (input, numbers) = (table.Single!, table.Numbers!);
        for (var i = 0; i < values.Length; i++)
        {
            var bin = input.Bin(values[i]);
            results[i] = bin >= 0 ? numbers[bin] : ((ConstantNode)table.FlowNode!).Value;
        }
    }

    /// <summary>The table when the correction has come down to one number per bin of one real input.</summary>
    private BinningNode? Table =>
        _node is BinningNode { Single: not null, Numbers: not null, FlowNode: null or ConstantNode } table && _numeric.Length == 1 && Inputs[0].Type == CorrectionType.Real ? table : null;

    private void Check(int given, int length, CorrectionColumn a, CorrectionColumn b = default, CorrectionColumn c = default, CorrectionColumn d = default, CorrectionColumn e = default)
    {
        if (given != _numeric.Length)
            throw new ArgumentException($"correction \"{Name}\" takes {_numeric.Length} numeric inputs ({string.Join(", ", Inputs)}), {given} given");
        Check(0, a, length);
        if (given > 1) Check(1, b, length);
        if (given > 2) Check(2, c, length);
        if (given > 3) Check(3, d, length);
        if (given > 4) Check(4, e, length);
    }

    private void Check(int index, CorrectionColumn column, int length)
    {
        if (column.Length >= 0 && column.Length != length) throw new ArgumentException($"correction \"{Name}\": {column.Length} values of \"{Inputs[index].Name}\", but room for {length} results");
        if (Inputs[index].Type == CorrectionType.Integer && !column.IsInteger) throw new ArgumentException($"correction \"{Name}\": input \"{Inputs[index].Name}\" is of type int, found reals");
    }
}
