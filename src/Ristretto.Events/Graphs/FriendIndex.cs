namespace Ristretto.Events.Graphs;

/// <summary>How friends are found: by columns that both have, in whatever order the events are.</summary>
public sealed record FriendIndex
{
    /// <summary>An index of one to three columns of integers, one per event.</summary>
    /// <param name="columns">Their names, the same in the events and in the friends: <c>run</c>, <c>luminosityBlock</c>, <c>event</c>.</param>
    /// <exception cref="ArgumentException">There are none, or more than three.</exception>
    public FriendIndex(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length is 0 or > Engine.Friends.EntryIndex.MostColumns) throw new ArgumentException($"an index has one to {Engine.Friends.EntryIndex.MostColumns} columns, not {columns.Length}", nameof(columns));
        Columns = [.. columns];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Run, luminosity section and event number, as NanoAOD names them.</summary>
    public static FriendIndex Event { get; } = new("run", "luminosityBlock", "event");

    /// <summary>Whether an event may have no partner: its values are 0 then and its lists empty, and <see cref="Friend{TBatch, TFriend}.IsMatched"/> says so. Otherwise it is an error.</summary>
    public bool AllowsUnmatched { get; init; }
}
