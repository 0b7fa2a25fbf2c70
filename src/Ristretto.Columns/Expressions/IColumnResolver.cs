namespace Ristretto.Columns.Expressions;

/// <summary>Where an expression finds its columns: the events at hand.</summary>
public interface IColumnResolver
{
    /// <summary>Number of events.</summary>
    int Length { get; }

    /// <summary>All names that could be resolved; asked for when one could not, for the nearest.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Finds a column by its name.</summary>
    /// <returns>False when there is no such column.</returns>
    bool TryResolve(string name, out ExpressionValue value);
}
