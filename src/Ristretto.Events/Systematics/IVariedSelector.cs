namespace Ristretto.Events.Systematics;

/// <summary>Knows better than to compute something for every variation.</summary>
internal interface IVariedSelector<T>
{
    /// <summary>What follows from a value, computed only for variations on which it depends.</summary>
    Varied<TResult> Select<TResult>(Varied<T> varied, Func<T, TResult> compute);
}
