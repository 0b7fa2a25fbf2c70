using System.Diagnostics.CodeAnalysis;
using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Columns.Expressions;

/// <summary>The functions of the language. With one argument, sum, min, … reduce the list of each event; with two, min and max compare.</summary>
internal static class FunctionTable
{
    private static readonly Function[] s_functions =
    [
        Each("abs", Abs), Each("sqrt", Sqrt), Each("exp", Exp), Each("log", Log), Each("log10", Log10),
        Each("sin", Sin), Each("cos", Cos), Each("tan", Tan), Each("sinh", Sinh), Each("cosh", Cosh), Each("tanh", Tanh), Each("asinh", Asinh),
        Each("floor", Floor), Each("ceil", Ceiling), Each("round", Round), Each("sign", Sign),
        Ask("isnan", IsNaN), Ask("isfinite", IsFinite),
        Two("min", Min), Two("max", Max), Two("pow", Pow), Two("atan2", Atan2), Two("hypot", Hypot), Two("deltaphi", DeltaPhi),
        new("deltar", 4, static a => Two("", Hypot).Apply([Minus(a[0], a[2]), Two("", DeltaPhi).Apply([a[1], a[3]])])),
        List("sum", static x => ExpressionValue.Of(x.Sum())), List("prod", static x => ExpressionValue.Of(x.Prod())),
        List("mean", static x => ExpressionValue.Of(x.Mean())),
        List("min", static x => ExpressionValue.Of(x.Min())), List("max", static x => ExpressionValue.Of(x.Max())),
        List("argmin", static x => ExpressionValue.Of(x.ArgMin().AsColumn())), List("argmax", static x => ExpressionValue.Of(x.ArgMax().AsColumn())),
        List("argsort", static x => ExpressionValue.Of(x.ArgSort(descending: true).AsColumn())),
        List("sort", static x => ExpressionValue.Of(x.Sort(descending: true))), List("first", static x => ExpressionValue.Of(x.First())),
        new("count", 1, static a => ExpressionValue.Of(a[0].IsAnswer ? Lists("count", a[0]).JaggedAnswers.CountTrue() : Lists("count", a[0]).Lists.Count)),
        Answers("any", static m => m.Any()), Answers("all", static m => m.All()),
        new("where", 3, static a => Evaluator.Choose(a[0], a[1], a[2])),
        new("fillnone", 2, static a => FillNone(a[0], a[1])),
        new("hasvalue", 1, static a => ExpressionValue.Of(a[0].Shape == ValueShape.OptionalEvents ? a[0].HasValue : throw Wrong("hasvalue", "a value that may be None", a[0]))),
    ];

    private static readonly Dictionary<string, Function[]> s_byName =
        s_functions.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(f => f.Arguments).ToArray(), StringComparer.Ordinal);

    internal static IEnumerable<string> Names => s_byName.Keys;

    internal static bool TryGet(string name, [NotNullWhen(true)] out Function[]? overloads) => s_byName.TryGetValue(name, out overloads);

    private static Function Each(string name, Func<Column<double>, Column<double>> function) =>
        new(name, 1, a => Alignment.AsNumbers(a[0]) is var x ? x.With(function(x.FlatNumbers)) : default);

    private static Function Ask(string name, Func<Column<double>, Mask> question) =>
        new(name, 1, a => Alignment.AsNumbers(a[0]) is var x ? x.With(question(x.FlatNumbers)) : default);

    private static Function Two(string name, Func<Column<double>, Column<double>, Column<double>> function) => new(name, 2, a =>
    {
        var (x, y) = Alignment.Align(Alignment.AsNumbers(a[0]), Alignment.AsNumbers(a[1]));
        return x.With(function(x.FlatNumbers, y.FlatNumbers));
    });

    private static Function List(string name, Func<JaggedColumn<double>, ExpressionValue> reduce) =>
        new(name, 1, a => reduce(Lists(name, Alignment.AsNumbers(a[0])).JaggedNumbers));

    private static Function Answers(string name, Func<JaggedMask, Mask> reduce) =>
        new(name, 1, a => a[0].IsAnswer ? ExpressionValue.Of(reduce(Lists(name, a[0]).JaggedAnswers)) : throw Wrong(name, "a list of answers per event", a[0]));

    private static ExpressionValue Lists(string name, ExpressionValue value) =>
        value.Shape == ValueShape.Objects ? value : throw Wrong(name, "a list per event", value);

    private static ExpressionValue Minus(ExpressionValue left, ExpressionValue right)
    {
        (left, right) = Alignment.Align(Alignment.AsNumbers(left), Alignment.AsNumbers(right));
        return left.With(left.FlatNumbers - right.FlatNumbers);
    }

    private static ExpressionValue FillNone(ExpressionValue value, ExpressionValue filling)
    {
        if (value.Shape != ValueShape.OptionalEvents) throw Wrong("fillnone", "a value that may be None", value);
        if (filling.Shape != ValueShape.Constant || filling.IsAnswer != value.IsAnswer)
            throw Wrong("fillnone", value.IsAnswer ? "true or false as its second argument" : "a number as its second argument", filling);
        return value.IsAnswer ? ExpressionValue.Of(value.OptionalAnswers.FillNone(filling.FlatAnswers[0]))
            : ExpressionValue.Of(value.OptionalNumbers.FillNone(filling.FlatNumbers[0]));
    }

    private static ArgumentException Wrong(string name, string needed, ExpressionValue given) => new($"{name} needs {needed}, not {given.Describe()},");
}
