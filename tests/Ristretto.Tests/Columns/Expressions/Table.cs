using Ristretto.Columns.Arrays;
using Ristretto.Columns.Expressions;

namespace Ristretto.Tests.Columns.Expressions;

/// <summary>Three events with jets.</summary>
internal sealed class Table : IColumnResolver
{
    private readonly Dictionary<string, ExpressionValue> _columns = new()
    {
        ["Jet_pt"] = ExpressionValue.Of(JaggedColumn.Of<float>([50, 40, 30], [], [20, 10])),
        ["Jet_eta"] = ExpressionValue.Of(JaggedColumn.Of<float>([0.5f, -2.4f, 3], [], [-1, 1])),
        ["Jet_id"] = ExpressionValue.Of(JaggedMask.Of([true, false, true], [], [true, true])),
        ["Muon_pt"] = ExpressionValue.Of(JaggedColumn.Of<float>([5], [6], [])),
        ["nJet"] = ExpressionValue.Of(Column.Of(3, 0, 2)),
        ["MET_pt"] = ExpressionValue.Of(Column.Of(100f, 200, 300)),
        ["HLT_x.y"] = ExpressionValue.Of(Mask.Of(true, false, true)),
    };

    public int Length => 3;

    public IEnumerable<string> Names => _columns.Keys;

    public bool TryResolve(string name, out ExpressionValue value) => _columns.TryGetValue(name, out value);

    /// <summary>The value as text: lists in brackets, None as "-", answers as T and F.</summary>
    internal static string Show(ExpressionValue value) => (value.Shape, value.IsAnswer) switch
    {
        (ValueShape.Events, false) => Join(value.Numbers.ToArray().Select(Text)),
        (ValueShape.Events, true) => Join(value.Answers.ToArray().Select(b => Text(b))),
        (ValueShape.OptionalEvents, false) => Join(value.OptionalNumbers.ToArray().Select(v => v is { } x ? Text(x) : "-")),
        (ValueShape.OptionalEvents, true) => Join(value.OptionalAnswers.ToArray().Select(v => v is { } x ? Text(x) : "-")),
        (ValueShape.Objects, false) => Join(value.JaggedNumbers.ToArrays().Select(l => $"[{Join(l.Select(Text))}]")),
        _ => Join(value.JaggedAnswers.ToArrays().Select(l => $"[{Join(l.Select(b => Text(b)))}]")),
    };

    private static string Join(IEnumerable<string> parts) => string.Join(" ", parts);

    private static string Text(double value) => FormattableString.Invariant($"{value:G6}");

    private static string Text(bool value) => value ? "T" : "F";
}
