using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Expressions;

/// <summary>The meanings of <c>x[…]</c>.</summary>
internal static class Indexing
{
    internal static ExpressionValue Apply(ExpressionValue operand, ExpressionValue index)
    {
        if (index is { Shape: ValueShape.OptionalEvents, IsAnswer: true })
            throw new ArgumentException("cannot select with answers that may be None; fillnone(x, false) says what None means,");
        if (index is { Shape: ValueShape.Events, IsAnswer: true }) return SelectEvents(operand, index.Answers);
        if (operand.Shape != ValueShape.Objects) throw new ArgumentException($"cannot pick objects from {operand.Describe()}");
        if (index is { Shape: ValueShape.Objects, IsAnswer: true })
            return operand.IsAnswer ? ExpressionValue.Of(operand.JaggedAnswers[index.JaggedAnswers]) : ExpressionValue.Of(operand.JaggedNumbers[index.JaggedAnswers]);
        if (index is { Shape: ValueShape.Objects, IsAnswer: false })
        {
            var positions = Positions(index.JaggedNumbers);
            return operand.IsAnswer ? ExpressionValue.Of(operand.JaggedAnswers[positions]) : ExpressionValue.Of(operand.JaggedNumbers[positions]);
        }
        if (index is { Shape: ValueShape.Constant, IsAnswer: false }) return Position(operand, index.FlatNumbers[0]);
        throw new ArgumentException($"cannot index with {index.Describe()}");
    }

    private static ExpressionValue SelectEvents(ExpressionValue operand, Mask mask)
    {
        switch (operand.Shape)
        {
            case ValueShape.Objects:
                return Apply(operand, ExpressionValue.Of(mask.RepeatFor(operand.Lists)));
            case ValueShape.Constant:
                throw new ArgumentException("cannot select events of a constant");
            default:
                if (operand.FlatLength != mask.Length) throw new ArgumentException($"cannot select from {operand.FlatLength} events with a mask of {mask.Length} events");
                var has = operand.Shape == ValueShape.OptionalEvents ? operand.HasValue & mask : mask;
                return operand.Under(ExpressionValue.Of(new OptionalColumn<double>(default, has)));
        }
    }

    private static ExpressionValue Position(ExpressionValue operand, double position)
    {
        if (position != Math.Floor(position) || Math.Abs(position) > int.MaxValue) throw new ArgumentException("a position is a whole number, this one is not,");
        var picked = Alignment.AsNumbers(operand).JaggedNumbers.At((int)position);
        return operand.IsAnswer ? ExpressionValue.Of(picked).With(picked.Values != 0.0) : ExpressionValue.Of(picked);
    }

    private static LocalIndex Positions(JaggedColumn<double> numbers)
    {
        foreach (var number in numbers.Values)
            if (number != Math.Floor(number) || !(number >= 0)) throw new ArgumentException("positions are whole numbers from 0, these are not,");
        var positions = numbers.To<int>();
        return new LocalIndex(positions.Lists, positions.Buffer);
    }
}
