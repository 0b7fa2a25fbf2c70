namespace Ristretto.Events.Graphs;

/// <summary>A number, or several, that a graph finds.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed class GraphValue<T>
{
    private readonly Func<bool> _hasRun;
    private readonly Func<T> _value;

    internal GraphValue(Func<bool> hasRun, Func<T> value) => (_hasRun, _value) = (hasRun, value);

    /// <summary>What was found.</summary>
    /// <exception cref="InvalidOperationException">The graph has not run.</exception>
    public T Value => _hasRun() ? _value() : throw new InvalidOperationException("the graph has not run; call Run first");

    /// <inheritdoc/>
    public override string ToString() => _hasRun() ? $"{_value()}" : "not run";
}
