using Ristretto.Bytes.Objects;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Profiles;

namespace Ristretto.Histograms.Exchange;

/// <summary>Profiles to and from ROOT's TProfile, TProfile2D, TProfile3D.</summary>
/// <remarks>ROOT keeps Σw, Σw², Σwy and Σwy² of each cell; the spread is a difference of large numbers there. The statistics of the quantity are exact, those of the axes are computed
/// from the bins in range with their centres. Category axes become labelled bins.</remarks>
public static class RootProfile
{
    /// <summary>The profile as ROOT writes it.</summary>
    /// <exception cref="ArgumentException">The profile has more than three axes.</exception>
    public static ProfileRecord ToRecord(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Axes.Count > 3) throw new ArgumentException($"profile \"{profile.Name}\" has {profile.Axes.Count} axes; ROOT's profiles have 1 to 3", nameof(profile));
        var axes = profile.Axes.Select(RootHistogram.ToRecord).ToArray();
        var count = axes.Aggregate(1, (product, axis) => product * (axis.Bins + 2));
        var (sumW, sumW2, sumWY, sumWY2) = (new double[count], new double[count], new double[count], new double[count]);
        for (var i = 0; i < profile.Length; i++)
        {
            var (at, cell) = (RootHistogram.CellOf(profile.Axes, profile.CellStrides, i), profile.Cells[i]);
            (sumW[at], sumW2[at], sumWY[at]) = (cell.SumW, cell.SumW2, cell.SumW * cell.Mean);
            sumWY2[at] = cell.Deviations + cell.SumW * cell.Mean * cell.Mean;
        }
        var quantity = axes.Length switch { 1 => 'y', 2 => 'z', _ => 't' };
        return new ProfileRecord
        {
            Name = profile.Name,
            Title = profile.Title,
            Axes = axes,
            SumW = sumW,
            SumW2 = sumW2,
            SumWY = sumWY,
            SumWY2 = sumWY2,
            Entries = profile.Entries,
            Statistics = [.. BinnedStatistics.Of(axes, sumW, sumW2),
                new($"fTsumw{quantity}", InRange(axes, sumWY)), new($"fTsumw{quantity}2", InRange(axes, sumWY2))],
        };
    }

    /// <summary>The profile of a record: one for weighted entries where the record has sums of squared weights.</summary>
    public static Profile FromRecord(ProfileRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Axis[] axes = [.. record.Axes.Select((axis, i) => RootHistogram.FromRecord(axis, record.Axes.Count == 1 ? record.Name : "xyz"[i].ToString(), hasCategories: false))];
        var shape = Histogram.Of(record.Name, axes);
        var cells = new MeanCell[shape.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var at = RootHistogram.CellOf(axes, shape.CellStrides, i);
            var (w, w2) = (record.SumW[at], record.SumW2.Length > 0 ? record.SumW2[at] : record.SumW[at]);
            var mean = w == 0 ? 0 : record.SumWY[at] / w;
            cells[i] = new(w, w2, mean, w > 0 ? Math.Max(0, record.SumWY2[at] - w * mean * mean) : record.SumWY2[at] - w * mean * mean);
        }
        return Profile.FromCells(record.Name, axes, record.SumW2.Length > 0 ? MeanKind.WeightedMean : MeanKind.Mean, cells, record.Entries, title: record.Title);
    }

    private static double InRange(AxisRecord[] axes, double[] cells)
    {
        var sum = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (rest, isInside) = (cell, true);
            foreach (var axis in axes)
            {
                isInside &= (uint)(rest % (axis.Bins + 2) - 1) < (uint)axis.Bins;
                rest /= axis.Bins + 2;
            }
            if (isInside) sum += cells[cell];
        }
        return sum;
    }
}
