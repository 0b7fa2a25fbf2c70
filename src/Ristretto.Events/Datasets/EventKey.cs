namespace Ristretto.Events.Datasets;

/// <summary>What identifies a recorded event.</summary>
/// <param name="Run">The run number.</param>
/// <param name="Lumi">The luminosity section.</param>
/// <param name="Event">The event number.</param>
public readonly record struct EventKey(uint Run, uint Lumi, ulong Event) : IComparable<EventKey>
{
    /// <summary>By run, section, event number.</summary>
    public int CompareTo(EventKey other) => (Run, Lumi, Event).CompareTo((other.Run, other.Lumi, other.Event));

    /// <summary>Whether the left comes before the right.</summary>
    public static bool operator <(EventKey left, EventKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left comes after the right.</summary>
    public static bool operator >(EventKey left, EventKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left does not come after the right.</summary>
    public static bool operator <=(EventKey left, EventKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left does not come before the right.</summary>
    public static bool operator >=(EventKey left, EventKey right) => left.CompareTo(right) >= 0;

    /// <summary>The form that event lists use, <c>315257:17:4711</c>.</summary>
    public override string ToString() => $"{Run}:{Lumi}:{Event}";
}
