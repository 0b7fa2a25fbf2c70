using System.Collections.Concurrent;
using System.IO.Enumeration;

namespace Ristretto.Events.Systematics;

/// <summary>One of something for each variation that is kept: a histogram, a cutflow. Each is made when it is first asked for, from any thread.</summary>
/// <typeparam name="T">What there is one of.</typeparam>
/// <param name="make">Makes that of a variation.</param>
/// <param name="sources">Which variations are kept: those of sources with these names, with * and ?.</param>
public sealed class KeptVariations<T>(Func<Variation, T> make, params string[] sources) where T : class
{
    private readonly ConcurrentDictionary<Variation, T> _made = new();

    /// <summary>Names of the sources whose variations are kept, with * and ?.</summary>
    public IReadOnlyList<string> Sources { get; set; } = sources;

    /// <summary>Those that there are, by source and tag.</summary>
    public IReadOnlyList<(Variation Variation, T Value)> All => [.. _made.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))];

    /// <summary>That of a variation; null when there is none.</summary>
    public T? Find(Variation variation) => _made.GetValueOrDefault(variation);

    /// <summary>That of a variation, made when there is none; null when the variation is not kept.</summary>
    public T? Taking(Variation variation)
    {
        if (_made.TryGetValue(variation, out var known)) return known;
        foreach (var pattern in Sources)
            if (FileSystemName.MatchesSimpleExpression(pattern, variation.Source, ignoreCase: false)) return _made.GetOrAdd(variation, make);
        return null;
    }

    /// <summary>The variations that there are, for a message: <c>; it has: JES:down, JES:up</c>; nothing without any.</summary>
    public override string ToString() => _made.IsEmpty ? "" : $"; it has: {string.Join(", ", _made.Keys.Order())}";
}
