using Ristretto.Bytes.Errors;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Tables;
using Ristretto.Columns.Expressions;

namespace Ristretto.Cli.Drawings;

/// <summary>What is drawn: a quantity, the events it is drawn for, and their weight.</summary>
internal sealed class Quantities
{
    private readonly Expression _quantity;
    private readonly Expression? _where;
    private readonly Expression? _weight;

    /// <summary>Reads the expressions and makes sure that every column is there.</summary>
    /// <exception cref="UsageException">A text is no expression.</exception>
    /// <exception cref="SchemaException">A column is missing; names the nearest.</exception>
    internal Quantities(TableResolver table, string quantity, string? where, string? weight)
    {
        _quantity = ExpressionText.Parse("the quantity", quantity);
        _where = where is null ? null : ExpressionText.Parse("--where", where);
        _weight = weight is null ? null : ExpressionText.Parse("--weight", weight);
        Columns = [.. new[] { _quantity, _where, _weight }.SelectMany(expression => expression?.Columns ?? []).Distinct(StringComparer.Ordinal)];
        foreach (var column in Columns) table.Require(column);
    }

    /// <summary>The columns that are read.</summary>
    internal IReadOnlyList<string> Columns { get; }

    /// <summary>The numbers of a block of events and their weights, in order.</summary>
    /// <exception cref="UsageException">The operands of an expression do not fit together.</exception>
    internal (double[] Values, double[] Weights) Evaluate(TableResolver columns)
    {
        try
        {
            var block = FlatValues.Of(_quantity.Evaluate(columns), _weight?.Evaluate(columns), _where?.EvaluateMask(columns));
            return (block.Values, block.Weights);
        }
        catch (ExpressionException error)
        {
            throw new UsageException(error.Message);
        }
    }
}
