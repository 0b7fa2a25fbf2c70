using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <summary>Named cuts on the events of a batch, to be asked for together, one at a time, or all but one. What coffea calls a packed selection; any number of cuts.</summary>
/// <remarks>A cut may vary: what is asked for then has the same variations, each mask being that of the cuts under it.</remarks>
public sealed class Cuts
{
    private readonly Varied<Mask> _noCut;
    private readonly List<(string Name, Varied<Mask> Passes)> _cuts = [];

    /// <summary>No cuts yet on the events of a batch.</summary>
    public Cuts(EventBatch events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _noCut = Fixed(events.All());
    }

    /// <summary>Number of events.</summary>
    public int Length => _noCut.Nominal.Length;

    /// <summary>Names of the cuts, in the order they were added.</summary>
    public IReadOnlyList<string> Names => [.. _cuts.Select(cut => cut.Name)];

    /// <summary>The events that pass a cut.</summary>
    /// <exception cref="ArgumentException">There is no cut of this name.</exception>
    public Mask this[string name] => Find(name).Nominal;

    /// <summary>Adds a cut and returns the cuts.</summary>
    /// <exception cref="ArgumentException">There is a cut of this name already, or the mask is for another number of events.</exception>
    public Cuts Add(string name, Mask passes) => Add(name, Fixed(passes));

    /// <summary>Adds a cut that varies and returns the cuts.</summary>
    /// <exception cref="ArgumentException">There is a cut of this name already, or the mask is for another number of events.</exception>
    public Cuts Add(string name, Varied<Mask> passes)
    {
        ArgumentNullException.ThrowIfNull(passes);
        if (_cuts.Exists(cut => cut.Name == name)) throw new ArgumentException($"there is a cut \"{name}\" already", nameof(name));
        if (passes.Nominal.Length != Length) throw new ArgumentException($"cut \"{name}\" is given for {passes.Nominal.Length} events, the batch has {Length}", nameof(passes));
        _cuts.Add((name, passes));
        return this;
    }

    /// <summary>The events that pass all cuts.</summary>
    public Varied<Mask> Passing => Together(_cuts.Select(cut => cut.Passes));

    /// <summary>The events that pass all cuts of these names; without names all events.</summary>
    /// <exception cref="ArgumentException">There is no cut of one of the names.</exception>
    public Varied<Mask> All(params IEnumerable<string> names) => Together(names.Select(Find));

    /// <summary>The events that pass none of the cuts of these names; without names all events.</summary>
    /// <exception cref="ArgumentException">There is no cut of one of the names.</exception>
    public Varied<Mask> None(params IEnumerable<string> names) => Together(names.Select(name => Find(name).Select(mask => !mask)));

    /// <summary>The events that pass at least one of the cuts of these names; without names no event.</summary>
    /// <exception cref="ArgumentException">There is no cut of one of the names.</exception>
    public Varied<Mask> Any(params IEnumerable<string> names) =>
        names.Select(Find).Aggregate(_noCut.Select(mask => !mask), (all, cut) => all.Select(cut, (a, b) => a | b));

    /// <summary>The events that pass all cuts but this one, whatever they do there: those to plot the variable of the cut with.</summary>
    /// <exception cref="ArgumentException">There is no cut of this name.</exception>
    public Varied<Mask> AllBut(string name)
    {
        Find(name);
        return Together(_cuts.Where(cut => cut.Name != name).Select(cut => cut.Passes));
    }

    /// <summary>Categories by the cuts that their events pass, as a configuration may list them.</summary>
    /// <param name="axis">Name of the axis.</param>
    /// <param name="categories">Each category with the names of its cuts; one without cuts has all events.</param>
    /// <exception cref="ArgumentException">There is no cut of one of the names.</exception>
    public Varied<Categories> Categories(string axis, params IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> categories)
    {
        var given = categories.ToArray();
        var masks = given.Aggregate(_noCut.Select(_ => Array.Empty<Mask>()), (all, category) => All(category.Value) is var passing ? all.Select(passing, (a, b) => a.Append(b).ToArray()) : all);
        return masks.Select(each => new Categories(axis, given.Select((category, i) => (category.Key, each[i]))));
    }

    internal IEnumerable<(string Name, Varied<Mask> Passes)> Each => _cuts;

    private Varied<Mask> Together(IEnumerable<Varied<Mask>> cuts) => cuts.Aggregate(_noCut, (all, cut) => all.Select(cut, (a, b) => a & b));

    private Varied<Mask> Find(string name)
    {
        foreach (var cut in _cuts)
            if (cut.Name == name) return cut.Passes;
        throw new ArgumentException($"there is no cut \"{name}\"{NearestNames.Hint(name, Names)}; there are: {string.Join(", ", Names)}", nameof(name));
    }

    private static Varied<Mask> Fixed(Mask mask) => new(mask, [], [], []);
}
