using Ristretto.Cli.Conventions;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Expressions;

namespace Ristretto.Cli.Drawings;

/// <summary>The numbers of selected events or objects, one after the other, with a weight each.</summary>
/// <param name="Values">The numbers.</param>
/// <param name="Weights">Equally many weights.</param>
internal readonly record struct FlatValues(double[] Values, double[] Weights)
{
    /// <summary>Brings a quantity of any shape into a row. An event's weight counts for each of its objects; answers count as 0 and 1; None is left out.</summary>
    /// <exception cref="UsageException">The weight has a value per object, the quantity only one per event; or the objects differ.</exception>
    internal static FlatValues Of(ExpressionValue quantity, ExpressionValue? weight, Mask? where) => quantity.Shape switch
    {
        ValueShape.Objects => OfObjects(quantity.IsAnswer ? AsNumbers(quantity.JaggedAnswers) : quantity.JaggedNumbers, weight, where),
        ValueShape.OptionalEvents => OfOptional(quantity, weight, where),
        _ => OfEvents(quantity.IsAnswer ? AsNumbers(quantity.Answers) : quantity.Numbers, weight, where),
    };

    private static FlatValues OfEvents(Column<double> values, ExpressionValue? weight, Mask? where)
    {
        var weights = WeightPerEvent(weight, values.Length);
        return where is { } mask ? new(values[mask].ToArray(), weights[mask].ToArray()) : new(values.ToArray(), weights.ToArray());
    }

    private static FlatValues OfOptional(ExpressionValue quantity, ExpressionValue? weight, Mask? where)
    {
        if (quantity.IsAnswer) throw new UsageException("the quantity is yes, no or None per event; write (…) ? 1 : 0");
        var values = quantity.OptionalNumbers;
        var selected = where is { } mask ? values.HasValue & mask : values.HasValue;
        return OfEvents(values.FillNone(0), weight, selected);
    }

    private static FlatValues OfObjects(JaggedColumn<double> values, ExpressionValue? weight, Mask? where)
    {
        var weights = weight switch
        {
            { Shape: ValueShape.Objects, IsAnswer: false } objects => objects.JaggedNumbers,
            { Shape: ValueShape.Objects } objects => AsNumbers(objects.JaggedAnswers),
            _ => WeightPerEvent(weight, values.Length).RepeatFor(values.Lists),
        };
        if (!weights.Offsets.SequenceEqual(values.Offsets)) throw new UsageException("--weight is a list with other numbers of objects than the quantity");
        return where is { } mask
            ? new(values[mask].Values.ToArray(), weights[mask].Values.ToArray())
            : new(values.Values.ToArray(), weights.Values.ToArray());
    }

    private static Column<double> WeightPerEvent(ExpressionValue? weight, int events) => weight switch
    {
        null => Ones(events),
        { Shape: ValueShape.Objects } => throw new UsageException("--weight has a value per object, the quantity one per event; sum(…) or prod(…) makes it one per event"),
        { Shape: ValueShape.OptionalEvents, IsAnswer: false } value => value.OptionalNumbers.FillNone(0),
        { Shape: ValueShape.OptionalEvents } value => AsNumbers(value.OptionalAnswers.FillNone(false)),
        { IsAnswer: true } value => AsNumbers(value.Answers),
        { } value => value.Numbers,
    };

    private static Column<double> Ones(int events)
    {
        var ones = new double[events];
        Array.Fill(ones, 1);
        return Column.Of<double>(ones);
    }

    private static Column<double> AsNumbers(Mask mask) => Column.Of(mask.AsBytes()).To<double>();

    private static JaggedColumn<double> AsNumbers(JaggedMask mask) => JaggedColumn.Of(mask.AsBytes(), mask.Lists).To<double>();
}
