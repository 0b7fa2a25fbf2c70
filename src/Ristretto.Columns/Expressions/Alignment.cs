using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Expressions;

/// <summary>Brings operands to one shape: constants meet everything, one value per event meets every object of the event.</summary>
internal static class Alignment
{
    /// <summary>Both operands with equally many values, under the shape of the result.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    internal static (ExpressionValue Left, ExpressionValue Right) Align(ExpressionValue left, ExpressionValue right)
    {
        if (left.Shape == ValueShape.Constant && right.Shape != ValueShape.Constant) return (Expand(left, right), right);
        if (right.Shape == ValueShape.Constant && left.Shape != ValueShape.Constant) return (left, Expand(right, left));
        if (left.Shape == ValueShape.Objects && right.Shape == ValueShape.Objects)
        {
            left.Lists.RequireSame(right.Lists, "a list", "another");
            return (left, right);
        }
        if (left.Shape == ValueShape.Objects) return (left, Repeat(right, left));
        if (right.Shape == ValueShape.Objects) return (Repeat(left, right), right);
        if (left.FlatLength != right.FlatLength) throw new ArgumentException($"cannot combine {left.FlatLength} events with {right.FlatLength} events");
        if (left.Shape == right.Shape && left.Shape != ValueShape.OptionalEvents) return (left, right);
        return Optional(left, right);
    }

    /// <summary>The answers of this value as numbers 1 and 0; numbers stay.</summary>
    internal static ExpressionValue AsNumbers(ExpressionValue value) =>
        value.IsAnswer ? value.With(new Column<byte>(value.FlatAnswers.Buffer).To<double>()) : value;

    /// <summary>A column of one number.</summary>
    internal static Column<double> Fill(double value, int length, Workspace? workspace)
    {
        var buffer = ColumnBuffer<double>.Allocate(workspace, length);
        buffer.Span.Fill(value);
        return new Column<double>(buffer);
    }

    private static ExpressionValue Expand(ExpressionValue constant, ExpressionValue like) => constant.IsAnswer
        ? like.With(Mask.All(like.FlatLength, constant.FlatAnswers[0], like.Workspace))
        : like.With(Fill(constant.FlatNumbers[0], like.FlatLength, like.Workspace));

    private static ExpressionValue Repeat(ExpressionValue perEvent, ExpressionValue objects)
    {
        if (perEvent.Shape == ValueShape.OptionalEvents)
            throw new ArgumentException("cannot combine a value that may be None with lists; fillnone(x, value) says what None means,");
        return perEvent.IsAnswer ? ExpressionValue.Of(perEvent.Answers.RepeatFor(objects.Lists)) : ExpressionValue.Of(perEvent.Numbers.RepeatFor(objects.Lists));
    }

    private static (ExpressionValue, ExpressionValue) Optional(ExpressionValue left, ExpressionValue right)
    {
        var has = left.Shape != ValueShape.OptionalEvents ? right.HasValue
            : right.Shape != ValueShape.OptionalEvents ? left.HasValue : left.HasValue & right.HasValue;
        var shape = ExpressionValue.Of(new OptionalColumn<double>(default, has));
        return (left.Under(shape), right.Under(shape));
    }
}
