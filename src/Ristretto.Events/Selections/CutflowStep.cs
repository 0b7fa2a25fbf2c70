using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Selections;

/// <summary>The events of a batch that have passed the cuts so far. Each cut gives a new step.</summary>
public sealed class CutflowStep
{
    private readonly Cutflow _cutflow;
    private readonly Column<double> _weights;
    private readonly Mask[]? _categories;
    private readonly string? _last;

    internal CutflowStep(Cutflow cutflow, Mask passing, Column<double> weights, Mask[]? categories, string? last)
    {
        if (weights.Length != passing.Length) throw new ArgumentException($"{weights.Length} weights for {passing.Length} events");
        (_cutflow, Passing, _weights, _categories, _last) = (cutflow, passing, weights, categories, last);
    }

    /// <summary>The events that have passed so far.</summary>
    public Mask Passing { get; }

    /// <summary>Requires something of the events and counts those that pass.</summary>
    public CutflowStep Require(string cut, Mask condition)
    {
        var passing = Passing & condition;
        Count(cut, passing);
        return new CutflowStep(_cutflow, passing, _weights, _categories, cut);
    }

    /// <summary>Counts the events that pass so far without requiring anything.</summary>
    public CutflowStep Count(string cut)
    {
        Count(cut, Passing);
        return new CutflowStep(_cutflow, Passing, _weights, _categories, cut);
    }

    /// <summary>Counts the events that would pass a condition but does not require it: a side branch.</summary>
    public CutflowStep Note(string cut, Mask condition)
    {
        Count(cut, Passing & condition);
        return this;
    }

    /// <summary>Requires something in a side branch: what <paramref name="further"/> does with the branch does not touch the main line.</summary>
    public CutflowStep Branch(string cut, Mask condition, Action<CutflowStep>? further = null)
    {
        var branch = Require(cut, condition);
        further?.Invoke(branch);
        return this;
    }

    /// <summary>Counts with other weights from here on.</summary>
    public CutflowStep Weigh(Column<double> weights) => new(_cutflow, Passing, weights, _categories, _last);

    /// <summary>From here on, counts each category by itself: the events that belong to it. An event may belong to several or to none.</summary>
    /// <exception cref="ArgumentException">A category is unknown, or one is missing.</exception>
    public CutflowStep Split(params ReadOnlySpan<(string Category, Mask Belongs)> categories)
    {
        var masks = new Mask?[_cutflow.Categories.Count];
        foreach (var (category, belongs) in categories) masks[_cutflow.Index(category)] = belongs;
        for (var i = 0; i < masks.Length; i++)
            if (masks[i] is null) throw new ArgumentException($"no events are given for the category \"{_cutflow.Categories[i]}\"");
        return new CutflowStep(_cutflow, Passing, _weights, [.. masks.Select(mask => mask!.Value)], _last);
    }

    /// <summary>From here on with the events only that have passed so far: masks and weights that follow have one value for each of those.</summary>
    public CutflowStep PassingOnly()
    {
        var index = Passing.ToIndex();
        return new CutflowStep(_cutflow, Passing[index], _weights[index], _categories is null ? null : [.. _categories.Select(mask => mask[index])], _last);
    }

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
