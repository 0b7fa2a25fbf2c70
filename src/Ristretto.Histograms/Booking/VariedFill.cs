using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Histograms.Booking;

/// <summary>Fills a histogram, and one more of it for each variation of what it is filled with or of the weights.</summary>
internal static class VariedFill
{
    /// <summary>One variable: where only weights differ, bins are looked up once for all.</summary>
    internal static void Add(Histogram histogram, Varied<(FillValues X, Weights? Weights)> entries)
    {
        List<(Histogram, Column<double>)> together = [];
        foreach (var (target, entry, weights, isNominal) in Targets(histogram, entries, entry => entry.Weights))
        {
            if (isNominal && weights is { } given) together.Add((target, given));
            else entry.X.Fill(target, weights);
        }
        if (together.Count == 1) entries.Nominal.X.Fill(together[0].Item1, together[0].Item2);
        else if (together.Count > 1) entries.Nominal.X.Fill(together);
    }

    /// <summary>Two variables.</summary>
    internal static void Add(Histogram histogram, Varied<(FillValues X, FillValues Y, Weights Weights)> entries)
    {
        foreach (var (target, (x, y, _), weights, _) in Targets(histogram, entries, entry => entry.Weights)) x.Fill(y, target, weights!.Value);
    }

    /// <summary>Which histogram gets which entries with which weights, and whether the entries are the nominal ones. A source that changes events and weights is one
    /// variation of both.</summary>
    private static IEnumerable<(Histogram Target, T Entry, Column<double>? Weights, bool IsNominal)> Targets<T>(Histogram histogram, Varied<T> entries, Func<T, Weights?> weightsOf)
    {
        var nominal = weightsOf(entries.Nominal);
        yield return (histogram, entries.Nominal, nominal?.Total, true);
        foreach (var variation in (nominal?.Variations ?? []).Union(entries.Variations))
            if (histogram.Taking(variation) is { } target) yield return (target, entries[variation], weightsOf(entries[variation])?[variation], !entries.IsChangedBy(variation));
    }
}
