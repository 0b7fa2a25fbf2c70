namespace Ristretto.Events.Engine;

/// <summary>Memory for a copy of what is filled, in bytes.</summary>
/// <param name="Whole">What each copy takes.</param>
/// <param name="Paged">What it takes at most beside that in pages, for which it may wait.</param>
internal readonly record struct CopySize(long Whole, long Paged)
{
    public long Total => Whole + Paged;

    public static CopySize operator +(CopySize a, CopySize b) => new(a.Whole + b.Whole, a.Paged + b.Paged);
}
