using Ristretto.Cli.Conventions;
using Ristretto.Columns.Expressions;

namespace Ristretto.Cli.Tables;

/// <summary>Expressions that a user typed.</summary>
internal static class ExpressionText
{
    private const int LongestShown = 200;

    /// <summary>Reads an expression.</summary>
    /// <param name="what">What it is, for the error: <c>--where</c>.</param>
    /// <param name="text">The expression.</param>
    /// <exception cref="UsageException">The text is no expression.</exception>
    internal static Expression Parse(string what, string text)
    {
        try
        {
            return Expression.Parse(text);
        }
        catch (ExpressionException error)
        {
            throw new UsageException($"{what} \"{(text.Length <= LongestShown ? text : text[..LongestShown] + "…")}\": {error.Message}");
        }
    }
}
