using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>How the entries of a terminal branch are read. Immutable, safe for several threads.</summary>
internal abstract class FieldPlan
{
    /// <summary>Buffers for entries.</summary>
    public abstract ValueBuffer NewBuffer();

    /// <summary>Starts reading.</summary>
    public abstract FieldSource Open(DecodeContext context);
}

/// <summary>Reads entries of a terminal branch. Not thread-safe.</summary>
internal abstract class FieldSource : IDisposable
{
    /// <summary>Appends a range of entries.</summary>
    /// <exception cref="Errors.RootFormatException">A basket is damaged.</exception>
    public abstract void Read(long firstEntry, int entryCount, ValueBuffer target);

    /// <summary>The readers of the branches that it reads, its own and those of counters.</summary>
    public abstract IEnumerable<BranchReader> Readers { get; }

    public abstract void Dispose();
}
