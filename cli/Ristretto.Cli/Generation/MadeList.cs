namespace Ristretto.Cli.Generation;

/// <summary>Objects of some events, one event after the other.</summary>
internal sealed class MadeList<T>
{
    /// <summary>The objects of all events.</summary>
    internal List<T> Items { get; } = [];

    /// <summary>How many of them each event has.</summary>
    internal List<int> Counts { get; } = [];

    /// <summary>Adds the objects of an event.</summary>
    internal void Add(int count, Func<T> make)
    {
        for (var i = 0; i < count; i++) Items.Add(make());
        Counts.Add(count);
    }

    internal void Clear()
    {
        Items.Clear();
        Counts.Clear();
    }
}
