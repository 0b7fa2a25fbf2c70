using Ristretto.Events.Corrections.Nodes;

namespace Ristretto.Events.Corrections;

public sealed partial class BoundCorrection
{
    /// <summary>The value for every element of one column.</summary>
    /// <param name="a">The only numeric input, shape <c>[n]</c> or one number.</param>
    /// <param name="results">Receives the values, shape <c>[n]</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the correction takes other inputs.</exception>
    /// <exception cref="CorrectionException">The payload has no value for one of them.</exception>
    public void Evaluate(CorrectionColumn a, Span<double> results)
    {
        Check(1, results.Length, a);
        Evaluate(1, a, default, default, default, default, results);
    }

    /// <summary>The value for every row of two columns; see <see cref="Evaluate(CorrectionColumn, Span{double})"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the correction takes other inputs.</exception>
    /// <exception cref="CorrectionException">The payload has no value for one of them.</exception>
    public void Evaluate(CorrectionColumn a, CorrectionColumn b, Span<double> results)
    {
        Check(2, results.Length, a, b);
        Evaluate(2, a, b, default, default, default, results);
    }

    /// <summary>The value for every row of three columns; see <see cref="Evaluate(CorrectionColumn, Span{double})"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the correction takes other inputs.</exception>
    /// <exception cref="CorrectionException">The payload has no value for one of them.</exception>
    public void Evaluate(CorrectionColumn a, CorrectionColumn b, CorrectionColumn c, Span<double> results)
    {
        Check(3, results.Length, a, b, c);
        Evaluate(3, a, b, c, default, default, results);
    }

    /// <summary>The value for every row of four columns; see <see cref="Evaluate(CorrectionColumn, Span{double})"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the correction takes other inputs.</exception>
    /// <exception cref="CorrectionException">The payload has no value for one of them.</exception>
    public void Evaluate(CorrectionColumn a, CorrectionColumn b, CorrectionColumn c, CorrectionColumn d, Span<double> results)
    {
        Check(4, results.Length, a, b, c, d);
        Evaluate(4, a, b, c, d, default, results);
    }

    /// <summary>The value for every row of five columns; see <see cref="Evaluate(CorrectionColumn, Span{double})"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the correction takes other inputs.</exception>
    /// <exception cref="CorrectionException">The payload has no value for one of them.</exception>
    public void Evaluate(CorrectionColumn a, CorrectionColumn b, CorrectionColumn c, CorrectionColumn d, CorrectionColumn e, Span<double> results)
    {
        Check(5, results.Length, a, b, c, d, e);
        Evaluate(5, a, b, c, d, e, results);
    }

    private void Evaluate(int count, CorrectionColumn a, CorrectionColumn b, CorrectionColumn c, CorrectionColumn d, CorrectionColumn e, Span<double> results)
    {
        Span<long> slots = stackalloc long[_slots.Length];
        _slots.CopyTo(slots);
        var arguments = new Arguments(slots, _given);
        for (var i = 0; i < results.Length; i++)
        {
            slots[_numeric[0]] = a.Slot(i, Inputs[0].Type);
            if (count > 1) slots[_numeric[1]] = b.Slot(i, Inputs[1].Type);
            if (count > 2) slots[_numeric[2]] = c.Slot(i, Inputs[2].Type);
            if (count > 3) slots[_numeric[3]] = d.Slot(i, Inputs[3].Type);
            if (count > 4) slots[_numeric[4]] = e.Slot(i, Inputs[4].Type);
            results[i] = _node.Evaluate(arguments);
        }
    }
}
