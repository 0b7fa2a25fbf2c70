using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Expressions;

/// <summary>What a column holds or an expression gives: numbers (double) or answers (yes or no), in one of the shapes of <see cref="ValueShape"/>.</summary>
/// <remarks>Columns of every number type are widened to double; 64-bit integers beyond 2⁵³ are rounded by that.</remarks>
public readonly struct ExpressionValue
{
    private readonly Column<double> _numbers;
    private readonly Mask _answers;
    private readonly Lists _lists;
    private readonly Mask _hasValue;

    private ExpressionValue(ValueShape shape, bool isAnswer, Column<double> numbers, Mask answers, Lists lists, Mask hasValue) =>
        (Shape, IsAnswer, _numbers, _answers, _lists, _hasValue) = (shape, isAnswer, numbers, answers, lists, hasValue);

    /// <summary>One per event, a list per event, …</summary>
    public ValueShape Shape { get; }

    /// <summary>Whether these are answers; otherwise numbers.</summary>
    public bool IsAnswer { get; }

    /// <summary>The numbers, shape <c>[events]</c>.</summary>
    /// <exception cref="InvalidOperationException">The value is something else; so for the members below.</exception>
    public Column<double> Numbers => Is(ValueShape.Events, false)._numbers;

    /// <summary>The answers, shape <c>[events]</c>.</summary>
    public Mask Answers => Is(ValueShape.Events, true)._answers;

    /// <summary>The numbers, shape <c>[events]</c>, or None.</summary>
    public OptionalColumn<double> OptionalNumbers => new(Is(ValueShape.OptionalEvents, false)._numbers, _hasValue);

    /// <summary>The answers, shape <c>[events]</c>, or None.</summary>
    public OptionalMask OptionalAnswers => new(Is(ValueShape.OptionalEvents, true)._answers, _hasValue);

    /// <summary>The numbers, shape <c>[events][objects]</c>.</summary>
    public JaggedColumn<double> JaggedNumbers => new(_lists, Is(ValueShape.Objects, false)._numbers.Buffer);

    /// <summary>The answers, shape <c>[events][objects]</c>.</summary>
    public JaggedMask JaggedAnswers => new(_lists, Is(ValueShape.Objects, true)._answers.Buffer);

    internal Column<double> FlatNumbers => _numbers;

    internal Mask FlatAnswers => _answers;

    internal Lists Lists => _lists;

    internal Mask HasValue => _hasValue;

    internal int FlatLength => IsAnswer ? _answers.Length : _numbers.Length;

    internal Workspace? Workspace => IsAnswer ? _answers.Workspace : _numbers.Workspace;

    /// <summary>Numbers of any type, one per event.</summary>
    public static ExpressionValue Of<T>(Column<T> column) where T : unmanaged, INumber<T> =>
        new(ValueShape.Events, false, column.To<double>(), default, default, default);

    /// <summary>Numbers of any type, a list per event.</summary>
    public static ExpressionValue Of<T>(JaggedColumn<T> column) where T : unmanaged, INumber<T> =>
        new(ValueShape.Objects, false, column.Flat.To<double>(), default, column.Lists, default);

    /// <summary>Numbers of any type, one or None per event.</summary>
    public static ExpressionValue Of<T>(OptionalColumn<T> column) where T : unmanaged, INumber<T> =>
        new(ValueShape.OptionalEvents, false, column.Values.To<double>(), default, default, column.HasValue);

    /// <summary>Answers, one per event.</summary>
    public static ExpressionValue Of(Mask mask) => new(ValueShape.Events, true, default, mask, default, default);

    /// <summary>Answers, a list per event.</summary>
    public static ExpressionValue Of(JaggedMask mask) => new(ValueShape.Objects, true, default, mask.Flat, mask.Lists, default);

    internal static ExpressionValue Constant(double number) => new(ValueShape.Constant, false, Column.Of(number), default, default, default);

    internal static ExpressionValue Constant(bool answer) => new(ValueShape.Constant, true, default, Mask.Of(answer), default, default);

    /// <summary>Other numbers in the shape of this value.</summary>
    internal ExpressionValue With(Column<double> numbers) => new(Shape, false, numbers, default, _lists, _hasValue);

    /// <summary>Other answers in the shape of this value.</summary>
    internal ExpressionValue With(Mask answers) => new(Shape, true, default, answers, _lists, _hasValue);

    /// <summary>The same values under another shape of the same number of values.</summary>
    internal ExpressionValue Under(ExpressionValue other) => new(other.Shape, IsAnswer, _numbers, _answers, other._lists, other._hasValue);

    internal string Describe() => Shape switch
    {
        ValueShape.Constant => IsAnswer ? "true or false" : "a number",
        ValueShape.Events => IsAnswer ? "an answer per event" : "a number per event",
        ValueShape.OptionalEvents => IsAnswer ? "an answer or None per event" : "a number or None per event",
        _ => IsAnswer ? "a list of answers per event" : "a list of numbers per event",
    };

    private ExpressionValue Is(ValueShape shape, bool isAnswer) =>
        Shape == shape && IsAnswer == isAnswer ? this : throw new InvalidOperationException($"the expression gives {Describe()}");
}
