using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <remarks>Cuts that were named before are taken over with their names.</remarks>
public sealed partial class CutflowStep
{
    /// <summary>Requires all cuts, one after the other in the order they were added, and counts after each.</summary>
    public CutflowStep Require(Cuts cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        var step = this;
        foreach (var (name, passes) in cuts.Each) step = step.Require(name, passes);
        return step;
    }

    /// <summary>Counts the events that pass each cut alone; each is a side branch.</summary>
    public CutflowStep Note(Cuts cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        foreach (var (name, passes) in cuts.Each) Note(name, passes);
        return this;
    }

    /// <summary>Counts what each cut does beside all others: the rows are <c>N - trigger</c> for the events that pass all cuts but the trigger's, for every cut, and
    /// <c>N</c> for those that pass all. Each is a side branch.</summary>
    public CutflowStep NMinusOne(Cuts cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        foreach (var name in cuts.Names) Note($"N - {name}", cuts.AllBut(name));
        return Note("N", cuts.Passing);
    }

    /// <summary>From here on, counts each category by itself: the cutflow's categories are the names of the combinations, such as <c>fourTag</c> or
    /// <c>fourTag/SR</c>.</summary>
    /// <exception cref="ArgumentException">The cutflow has other categories.</exception>
    public CutflowStep Split(Categories categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return Split(MasksOf(categories));
    }

    /// <summary>From here on, counts each category by itself, under each variation with the events that belong to it there.</summary>
    /// <exception cref="ArgumentException">The cutflow has other categories.</exception>
    public CutflowStep Split(Varied<Categories> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return new(_cutflow, Passing, _weights, MasksOf(categories.Nominal), _last, Each((variation, step) => step.Split(categories[variation])));
    }

    private Mask[] MasksOf(Categories categories) => MasksOf([.. categories.Names.Zip(categories.Combinations, (name, combination) => (name, combination.Belongs))]);
}
