namespace Ristretto.Cli.Drawings;

/// <summary>Finds bins that show a quantity well: all of it when it is bounded, without the last half per cent of a long tail, edges at round numbers.
/// It looks at an evenly spaced part of the values and keeps no more than a fixed number of them.</summary>
internal sealed class RangeFinder
{
    private const int MostKept = 1 << 16;
    private const int WantedBins = 50;
    private const int MostIntegers = 100;
    private const double Tail = 0.005;
    private const double LongTail = 1.5;      // the whole range against the range without tails

    private readonly List<double> _kept = new(MostKept);
    private long _seen;
    private long _stride = 1;
    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;
    private bool _areIntegers = true;

    /// <summary>Looks at values; NaN and infinities are left out.</summary>
    internal void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            (_low, _high) = (Math.Min(_low, value), Math.Max(_high, value));
            _areIntegers &= value == Math.Floor(value);
            if (_seen++ % _stride != 0) continue;
            if (_kept.Count == MostKept) Thin();
            _kept.Add(value);
        }
    }

    /// <summary>The bins; those of 0 to 1 when there was no value.</summary>
    internal Binning Find()
    {
        if (_kept.Count == 0) return new Binning(WantedBins, 0, 1);
        if (_areIntegers && _high - _low < MostIntegers) return new Binning((int)(_high - _low) + 1, _low - 0.5, _high + 0.5);
        if (_low == _high) return new Binning(WantedBins, _low - Math.Max(0.5, Math.Abs(_low) / 2), _low + Math.Max(0.5, Math.Abs(_low) / 2));
        _kept.Sort();
        var (low, high) = (_low, _high);
        var (inner, outer) = (_kept[(int)(Tail * (_kept.Count - 1))], _kept[(int)Math.Ceiling((1 - Tail) * (_kept.Count - 1))]);
        if (outer > inner && _high - _low > LongTail * (outer - inner)) (low, high) = (Math.Max(_low, inner - 0.1 * (outer - inner)), Math.Min(_high, outer));
        if (low > 0 && low < 0.25 * high) low = 0;
        var step = Round((high - low) / WantedBins);
        var (first, last) = (Math.Floor(low / step), Math.Ceiling(high / step));
        return new Binning((int)Math.Max(1, last - first), first * step, last * step);
    }

    private void Thin()
    {
        for (var i = 0; 2 * i < _kept.Count; i++) _kept[i] = _kept[2 * i];
        _kept.RemoveRange((_kept.Count + 1) / 2, _kept.Count / 2);
        _stride *= 2;
    }

    // The next of 1, 2, 2.5, 5 times a power of ten.
    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
            if (step <= factor * power * (1 + 1e-9)) return factor * power;
        return 10 * power;
    }
}
