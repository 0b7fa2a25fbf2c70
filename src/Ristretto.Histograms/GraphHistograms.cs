using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Graphs;
using Ristretto.Events.Selections;
using Ristretto.Histograms.Booking;

namespace Ristretto.Histograms;

/// <summary>Histograms of the events at a node of a graph.</summary>
public static class GraphHistograms
{
    /// <summary>Fills a histogram with a quantity of the events here, or of the objects in them, with the weights of the events.</summary>
    /// <param name="node">Whose events.</param>
    /// <param name="histogram">A histogram of one variable without categories.</param>
    /// <param name="quantity">One number per event, or one per object.</param>
    /// <returns>The same histogram; it is filled when the graph has run.</returns>
    public static Histogram Fill<TBatch>(this GraphNode<TBatch> node, Histogram histogram, Func<TBatch, FillValues> quantity) where TBatch : EventBatch, new()
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(quantity);
        return node.Book(histogram, events => (quantity(events), node.WeightsOf(events)), VariedFill.Add);
    }

    /// <summary>Fills a histogram of two variables with two quantities of the events here, or of the objects in them, with the weights of the events.</summary>
    /// <param name="node">Whose events.</param>
    /// <param name="histogram">A histogram of two variables without categories.</param>
    /// <param name="x">One number per event, or one per object.</param>
    /// <param name="y">As many.</param>
    /// <returns>The same histogram; it is filled when the graph has run.</returns>
    public static Histogram Fill<TBatch>(this GraphNode<TBatch> node, Histogram histogram, Func<TBatch, FillValues> x, Func<TBatch, FillValues> y) where TBatch : EventBatch, new()
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return node.Book(histogram, events => (x(events), y(events), node.WeightsOf(events) ?? new Weights(events)), VariedFill.Add);
    }

    /// <summary>Fills a profile with a quantity of the events here in bins of another, with the weights of the events.</summary>
    /// <param name="node">Whose events.</param>
    /// <param name="profile">A profile of one variable without categories.</param>
    /// <param name="x">The variable, one number per event.</param>
    /// <param name="sample">The quantity whose mean is wanted, one number per event.</param>
    /// <returns>The same profile; it is filled when the graph has run.</returns>
    public static Profile Fill<TBatch>(this GraphNode<TBatch> node, Profile profile, Func<TBatch, Column<double>> x, Func<TBatch, Column<double>> sample) where TBatch : EventBatch, new()
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(sample);
        return node.Book(profile, events => (X: x(events), Samples: sample(events), Weights: node.WeightsOf(events) ?? new Weights(events)), (target, entries) => target.Fill(entries));
    }

    /// <summary>Books a histogram with bins of equal width of a quantity of the events here, or of the objects in them.</summary>
    /// <param name="node">Whose events.</param>
    /// <param name="name">Name of the histogram.</param>
    /// <param name="bins">Number of bins.</param>
    /// <param name="low">Lower end of the first.</param>
    /// <param name="high">Upper end of the last.</param>
    /// <param name="quantity">One number per event, or one per object.</param>
    /// <returns>The histogram; it is filled when the graph has run.</returns>
    public static Histogram Histogram<TBatch>(this GraphNode<TBatch> node, string name, int bins, double low, double high, Func<TBatch, FillValues> quantity) where TBatch : EventBatch, new() =>
        node.Fill(Ristretto.Histograms.Histogram.Regular(name, bins, low, high), quantity);
}
