using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>What one branch holds, whatever its type: numbers, strings, containers, objects, members of objects. Its values are columns: flat values with
/// list lengths per level. Immutable, safe for several threads.</summary>
/// <remarks><code>
/// var field = tree.GetField("Track");
/// using var reader = field.Open();
/// reader.Read(0, 1000);
/// ReadOnlySpan&lt;float&gt; x = reader.Values&lt;float&gt;(0);
/// ReadOnlySpan&lt;long&gt; tracksPerEntry = reader.Lengths(0, level: 0);
/// </code></remarks>
public sealed class TreeField
{
    private readonly FieldPlan _plan;
    private readonly Branch _branch;

    internal TreeField(Branch branch, string className, FieldPlan plan)
    {
        (_branch, ClassName, _plan) = (branch, className, plan);
        var flat = ColumnFlattener.Of(branch.Name, plan.NewBuffer());
        (Columns, Unread) = ([.. flat.Columns.Select(view => view.Column)], flat.Unread);
    }

    /// <summary>The tree.</summary>
    public Tree Tree => _branch.Tree;

    /// <summary>Stored names of the branch from the top-level branch down, joined by <c>/</c>.</summary>
    public string Name => _branch.Name;

    /// <summary>C++ type of what the branch holds; empty for plain leaves.</summary>
    public string ClassName { get; }

    /// <summary>The branch's title.</summary>
    public string Title => _branch.Title;

    /// <summary>Number of entries.</summary>
    public long Entries => _branch.Entries;

    /// <summary>Compression setting with which it was written, algorithm × 100 + level; each block of a basket says itself how it is compressed.</summary>
    public int Compression => _branch.Compression;

    /// <summary>Bytes of all baskets in the file, keys included (fZipBytes).</summary>
    public long CompressedBytes => _branch.CompressedBytes;

    /// <summary>Bytes of all baskets decompressed, keys included (fTotBytes).</summary>
    public long UncompressedBytes => _branch.UncompressedBytes;

    /// <summary>Number of baskets.</summary>
    public int BasketCount => _branch.BasketCount;

    /// <summary>The columns: members of base classes first, then those of the class, in stored order.</summary>
    public IReadOnlyList<FieldColumn> Columns { get; }

    /// <summary>Members without a column, such as pointers to objects of any class, with the reason.</summary>
    public IReadOnlyList<UnreadBranch> Unread { get; }

    /// <summary>The branch when it holds plain numbers or strings, which can be read faster; otherwise null.</summary>
    public Branch? Branch => _plan is PlainPlan ? _branch : null;

    /// <summary>The branch with its baskets, whose values the field interprets: what <see cref="Tree.ClusterBoundaries"/> needs.</summary>
    public Branch Stored => _branch;

    /// <summary>Whether both hold members of the same objects, so that their lists have the same lengths.</summary>
    public bool HasSameObjects(TreeField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _plan is MemberPlan mine && other._plan is MemberPlan others && mine.IsOfTheObjectsOf(others);
    }

    /// <summary>A reader that decodes with decoders of its own.</summary>
    public FieldReader Open() => new(this, null);

    /// <summary>A reader that decodes with the worker's <paramref name="context"/>, which must outlive it.</summary>
    public FieldReader Open(DecodeContext context) => new(this, context);

    internal FieldPlan Plan => _plan;

    internal ValueBuffer NewBuffer() => _plan.NewBuffer();

    /// <summary>Name and types of the columns.</summary>
    public override string ToString() => $"{Name}: {string.Join(", ", Columns.Select(column => column.Type))}";
}
