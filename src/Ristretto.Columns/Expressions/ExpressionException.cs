using Ristretto.Bytes.Errors;

namespace Ristretto.Columns.Expressions;

/// <summary>An expression cannot be read or evaluated; the message says where in its text, counted from 1.</summary>
public sealed class ExpressionException : RistrettoException
{
    internal ExpressionException(string reason, int start, int end, string hint = "", Exception? innerException = null)
        : base($"{reason} at {(end > start ? $"{start}..{end}" : $"{start}")}{hint}", innerException) => (Start, End) = (start, end);

    /// <summary>First character that is meant, counted from 1.</summary>
    public int Start { get; }

    /// <summary>Last character that is meant, counted from 1.</summary>
    public int End { get; }
}
