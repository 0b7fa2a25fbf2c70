using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <summary>The events of a batch that have passed the cuts so far. Each cut gives a new step.</summary>
/// <remarks>Variations that the cutflow keeps pass the same cuts, each in a step of its own; a mask without variations holds for all of them.</remarks>
public sealed partial class CutflowStep
{
    private readonly Cutflow _cutflow;
    private readonly Column<double> _weights;
    private readonly Mask[]? _categories;
    private readonly string? _last;
    private readonly (Variation Variation, CutflowStep Step)[] _varied;

    internal CutflowStep(Cutflow cutflow, Mask passing, Column<double> weights, Mask[]? categories, string? last, (Variation, CutflowStep)[]? varied = null)
    {
        if (weights.Length != passing.Length) throw new ArgumentException($"{weights.Length} weights for {passing.Length} events");
        (_cutflow, Passing, _weights, _categories, _last, _varied) = (cutflow, passing, weights, categories, last, varied ?? []);
    }

    /// <summary>The events that have passed so far.</summary>
    public Mask Passing { get; }

    /// <summary>The events that have passed so far, under the variations too that the cutflow keeps.</summary>
    public Varied<Mask> PassingVaried
    {
        get
        {
            var isOwn = new bool[_varied.Length];
            isOwn.AsSpan().Fill(true);
            return new Varied<Mask>(Passing, [.. _varied.Select(entry => entry.Variation)], [.. _varied.Select(entry => entry.Step.Passing)], isOwn);
        }
    }

    /// <summary>Requires something of the events and counts those that pass.</summary>
    public CutflowStep Require(string cut, Mask condition) => Require(cut, condition, _ => condition);

    /// <summary>Requires something of the events, under each variation that the cutflow keeps what it is there, and counts those that pass.</summary>
    public CutflowStep Require(string cut, Varied<Mask> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Require(cut, condition.Nominal, variation => condition[variation]);
    }

    /// <summary>Counts the events that pass so far without requiring anything.</summary>
    public CutflowStep Count(string cut)
    {
        Count(cut, Passing);
        return new CutflowStep(_cutflow, Passing, _weights, _categories, cut, Each((_, step) => step.Count(cut)));
    }

    /// <summary>Counts the events that would pass a condition but does not require it: a side branch.</summary>
    public CutflowStep Note(string cut, Mask condition)
    {
        Require(cut, condition);
        return this;
    }

    /// <summary>Counts the events that would pass a condition, under each variation too, but does not require it: a side branch.</summary>
    public CutflowStep Note(string cut, Varied<Mask> condition)
    {
        Require(cut, condition);
        return this;
    }

    /// <summary>Requires something in a side branch: what <paramref name="further"/> does with the branch does not touch the main line.</summary>
    public CutflowStep Branch(string cut, Mask condition, Action<CutflowStep>? further = null)
    {
        var branch = Require(cut, condition);
        further?.Invoke(branch);
        return this;
    }

    /// <summary>Requires something in a side branch, under each variation what it is there.</summary>
    public CutflowStep Branch(string cut, Varied<Mask> condition, Action<CutflowStep>? further = null)
    {
        var branch = Require(cut, condition);
        further?.Invoke(branch);
        return this;
    }

    /// <summary>Counts with other weights from here on.</summary>
    public CutflowStep Weigh(Column<double> weights) => new(_cutflow, Passing, weights, _categories, _last, Each((_, step) => step.Weigh(weights)));

    /// <summary>Counts with other weights from here on, under each of their variations that was there from the start with what they are there.</summary>
    public CutflowStep Weigh(Weights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new(_cutflow, Passing, weights.Total, _categories, _last, Each((variation, step) => step.Weigh(weights[variation])));
    }

    /// <summary>From here on, counts each category by itself: the events that belong to it. An event may belong to several or to none.</summary>
    /// <exception cref="ArgumentException">A category is unknown, or one is missing.</exception>
    public CutflowStep Split(params ReadOnlySpan<(string Category, Mask Belongs)> categories) => Split(MasksOf(categories));

    private Mask[] MasksOf(ReadOnlySpan<(string Category, Mask Belongs)> categories)
    {
        var masks = new Mask?[_cutflow.Categories.Count];
        foreach (var (category, belongs) in categories) masks[_cutflow.Index(category)] = belongs;
        for (var i = 0; i < masks.Length; i++)
            if (masks[i] is null) throw new ArgumentException($"no events are given for the category \"{_cutflow.Categories[i]}\"");
        return [.. masks.Select(mask => mask!.Value)];
    }

    /// <summary>From here on with the events only that have passed so far: masks and weights that follow have one value for each of those, under each variation
    /// for those that have passed there.</summary>
    public CutflowStep PassingOnly()
    {
        var index = Passing.ToIndex();
        return new CutflowStep(_cutflow, Passing[index], _weights[index], _categories is null ? null : [.. _categories.Select(mask => mask[index])], _last,
            Each((_, step) => step.PassingOnly()));
    }

    private CutflowStep Require(string cut, Mask condition, Func<Variation, Mask> varied)
    {
        var passing = Passing & condition;
        Count(cut, passing);
        return new CutflowStep(_cutflow, passing, _weights, _categories, cut, Each((variation, step) => step.Require(cut, varied(variation))));
    }

    private CutflowStep Split(Mask[] categories) => new(_cutflow, Passing, _weights, categories, _last, Each((_, step) => step.Split(categories)));

    private (Variation, CutflowStep)[] Each(Func<Variation, CutflowStep, CutflowStep> next) =>
        _varied.Length == 0 ? _varied : [.. _varied.Select(entry => (entry.Variation, next(entry.Variation, entry.Step)))];

    private void Count(string cut, Mask passing)
    {
        var row = _cutflow.Row(cut, _last);
        if (_categories is null)
        {
            row[0].Add(passing.AsBytes(), _weights.AsSpan());
            for (var i = 1; i < row.Length; i++) row[i] = row[0];
        }
        else
        {
            for (var i = 0; i < row.Length; i++) row[i].Add((passing & _categories[i]).AsBytes(), _weights.AsSpan());
        }
        LaneMeter.Current?.Passed(cut);
    }
}
