using Ristretto.Events.Corrections.Nodes;

namespace Ristretto.Events.Corrections;

/// <summary>One correction of a payload: a function of named inputs. Does not change; safe for all threads; evaluating allocates nothing.</summary>
public sealed class Correction
{
    private readonly Context _context;

    internal Correction(Context context, string description, int? version, Node node) =>
        (_context, Description, Version, Node) = (context, description, version, node);

    /// <summary>The name in the payload.</summary>
    public string Name => _context.Name;

    /// <summary>What the payload says about it; empty when nothing.</summary>
    public string Description { get; }

    /// <summary>The version number of the payload; null for a compound correction.</summary>
    public int? Version { get; }

    /// <summary>The inputs in the order in which values are given.</summary>
    public IReadOnlyList<CorrectionVariable> Inputs => _context.Inputs;

    internal Node Node { get; }

    internal Context Context => _context;

    /// <summary>The value for the inputs, given in their order. An integer may stand for a real, not the other way round.</summary>
    /// <exception cref="ArgumentException">Number or type of the values is wrong.</exception>
    /// <exception cref="CorrectionException">The payload has no value for them: out of range, unknown key.</exception>
    public double Evaluate(params ReadOnlySpan<CorrectionInput> values)
    {
        if (values.Length != Inputs.Count) throw new ArgumentException($"correction \"{Name}\" takes {Inputs.Count} inputs ({string.Join(", ", Inputs)}), {values.Length} given", nameof(values));
        Span<long> slots = stackalloc long[values.Length];
        for (var i = 0; i < values.Length; i++) slots[i] = Slot(i, values[i]);
        return Node.Evaluate(new Arguments(slots, values));
    }

    /// <summary>The correction with its texts fixed, as a function of the numbers alone; that is what columns are evaluated with.</summary>
    /// <param name="texts">The values of the inputs of type string, in their order: <c>correction.Bind("nominal")</c>.</param>
    /// <exception cref="ArgumentException">There are more or fewer inputs of type string.</exception>
    /// <exception cref="CorrectionException">One of the texts is not among the keys; lists them.</exception>
    public BoundCorrection Bind(params ReadOnlySpan<string> texts)
    {
        var wanted = Inputs.Count(input => input.Type == CorrectionType.Text);
        if (texts.Length != wanted)
            throw new ArgumentException($"correction \"{Name}\" has {wanted} inputs of type string ({string.Join(", ", Inputs)}), {texts.Length} given", nameof(texts));
        var given = new CorrectionInput[Inputs.Count];
        var slots = new long[Inputs.Count];
        for (int i = 0, next = 0; i < given.Length; i++)
        {
            if (Inputs[i].Type != CorrectionType.Text) continue;
            given[i] = texts[next++];
            slots[i] = Slot(i, given[i]);
        }
        var node = Node.Fix(slots);
        if (node is CategoryNode { IsText: true } unknown) unknown.Throw(new Arguments(slots, given));
        return new BoundCorrection(this, node, slots, given);
    }

    private long Slot(int index, CorrectionInput value)
    {
        var type = Inputs[index].Type;
        if (type == CorrectionType.Text && value.Type == CorrectionType.Text) return _context.Keys.Number(value.Text ?? "");
        if (type == CorrectionType.Real && value.Type != CorrectionType.Text) return BitConverter.DoubleToInt64Bits(value.Real);
        if (type == CorrectionType.Integer && value.Type == CorrectionType.Integer) return value.Integer;
        throw new ArgumentException($"correction \"{Name}\": input \"{Inputs[index].Name}\" is of type {Inputs[index].TypeName}, found {value}");
    }
}
