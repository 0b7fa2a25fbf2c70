namespace Ristretto.Columns.Arrays;

/// <summary>A workspace would have to grow beyond the limit that it was made with.</summary>
public sealed class InsufficientWorkspaceException : Exception
{
    internal InsufficientWorkspaceException(long needed, long limit)
        : base($"the columns of these events need at least {needed} bytes, {limit} are allowed") => (Needed, Limit) = (needed, limit);

    /// <summary>Bytes that the workspace would have to hold.</summary>
    public long Needed { get; }

    /// <summary>Bytes that it may hold.</summary>
    public long Limit { get; }
}
