namespace Ristretto.Events.Systematics;

/// <summary>One way in which a source of uncertainty changes events or their weights.</summary>
/// <param name="Source">The source, for example <c>JES_Absolute</c>.</param>
/// <param name="Tag">Which of its changes: <c>up</c>, <c>down</c>, or the number of a replica.</param>
public readonly record struct Variation(string Source, string Tag) : IComparable<Variation>
{
    /// <summary>The usual tags.</summary>
    public const string Up = "up", Down = "down";

    /// <summary>By source, then by tag, in the order of their characters.</summary>
    public int CompareTo(Variation other)
    {
        var bySource = string.CompareOrdinal(Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(Tag, other.Tag);
    }

    /// <summary>What a histogram of this name is called under the variation, as Combine and HistFactory expect it: <c>m4j_JES_AbsoluteUp</c>.</summary>
    public string NameOf(string nominal) => $"{nominal}_{Source}{(Tag.Length > 0 ? char.ToUpperInvariant(Tag[0]) + Tag[1..] : "")}";

    /// <summary>Source and tag: <c>JES_Absolute:up</c>.</summary>
    public override string ToString() => $"{Source}:{Tag}";

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(Variation left, Variation right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(Variation left, Variation right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(Variation left, Variation right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(Variation left, Variation right) => left.CompareTo(right) >= 0;
}
