namespace Ristretto.Events.Systematics;

/// <summary>Something of the events at hand as it is, and as it would be under each variation: one at a time, never two together.</summary>
/// <typeparam name="T">What it is: columns, masks, objects, events.</typeparam>
/// <remarks>What does not depend on a variation is the nominal value itself, neither computed again nor copied.</remarks>
public sealed class Varied<T>
{
    private readonly Variation[] _variations;
    private readonly T[] _values;
    private readonly bool[] _isOwn;
    private readonly IVariedSelector<T>? _selector;

    internal Varied(T nominal, Variation[] variations, T[] values, bool[] isOwn, IVariedSelector<T>? selector = null) =>
        (Nominal, _variations, _values, _isOwn, _selector) = (nominal, variations, values, isOwn, selector);

    /// <summary>What it is without variation.</summary>
    public T Nominal { get; }

    /// <summary>The variations, those that leave it as it is included.</summary>
    public IReadOnlyList<Variation> Variations => _variations;

    /// <summary>What it is under a variation; the nominal value under one that it does not know.</summary>
    public T this[Variation variation] => Find(variation) is >= 0 and var i ? _values[i] : Nominal;

    /// <summary>Whether a variation gives another value; where it does not, that of <see cref="Nominal"/> is meant.</summary>
    public bool IsChangedBy(Variation variation) => Find(variation) is >= 0 and var i && _isOwn[i];

    /// <summary>What follows from it, computed once for the nominal value and once for each variation that changes it.</summary>
    public Varied<TResult> Select<TResult>(Func<T, TResult> compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        if (_selector is not null) return _selector.Select(this, compute);
        var nominal = compute(Nominal);
        return Make(nominal, i => compute(_values[i]));
    }

    /// <summary>What follows from it and from something else, computed once for the nominal values and once for each variation that changes one of them.</summary>
    public Varied<TResult> Select<TOther, TResult>(Varied<TOther> other, Func<T, TOther, TResult> compute)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(compute);
        Variation[] variations = [.. _variations, .. other.Variations.Where(variation => Find(variation) < 0)];
        var nominal = compute(Nominal, other.Nominal);
        var (values, isOwn) = (new TResult[variations.Length], new bool[variations.Length]);
        for (var i = 0; i < variations.Length; i++)
        {
            isOwn[i] = IsChangedBy(variations[i]) || other.IsChangedBy(variations[i]);
            values[i] = isOwn[i] ? compute(this[variations[i]], other[variations[i]]) : nominal;
        }
        return new Varied<TResult>(nominal, variations, values, isOwn);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Nominal}, {_isOwn.Count(own => own)} of {_variations.Length} variations change it";

    /// <summary>The same variations with other values.</summary>
    internal Varied<TResult> Make<TResult>(TResult nominal, Func<int, TResult> compute, Func<int, bool>? isOwn = null)
    {
        var (values, own) = (new TResult[_variations.Length], new bool[_variations.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            own[i] = _isOwn[i] && (isOwn is null || isOwn(i));
            values[i] = own[i] ? compute(i) : nominal;
        }
        return new Varied<TResult>(nominal, _variations, values, own);
    }

    internal T ValueAt(int index) => _values[index];

    private int Find(Variation variation) => Array.IndexOf(_variations, variation);
}
