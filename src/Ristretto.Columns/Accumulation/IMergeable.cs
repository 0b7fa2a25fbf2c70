namespace Ristretto.Columns.Accumulation;

/// <summary>Something that is filled piece by piece and whose pieces can be joined: a histogram, a cutflow, a counter.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <remarks>The pieces are always joined in the same order, so that sums of floating-point numbers do not depend on the number of threads.</remarks>
public interface IMergeable<TSelf> where TSelf : class, IMergeable<TSelf>
{
    /// <summary>A new one of the same shape with nothing filled.</summary>
    TSelf CreateEmpty();

    /// <summary>Adds the content of <paramref name="other"/>, which stays as it is.</summary>
    void Merge(TSelf other);

    /// <summary>Forgets the content and keeps the memory.</summary>
    void Clear();

    /// <summary>Whether nothing was filled; false where that is not known.</summary>
    bool IsEmpty => false;

    /// <summary>Memory that a new one takes once it is filled, in bytes, so that a run can plan for its copies before it makes them; 0 where that is not worth a thought.</summary>
    long CopyBytes => 0;

    /// <summary>Most memory that a new one takes beside <see cref="CopyBytes"/> in pages, which a run gives out within its limit: it need not have as much for every copy, in bytes.</summary>
    long PagedBytes => 0;

    /// <summary>Memory that the content itself will still take when it is filled, in bytes, as far as it is known beforehand; 0 where it is not.</summary>
    long GrowthBytes => 0;
}
