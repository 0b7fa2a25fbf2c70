using Ristretto.Benchmarks.Patterns.Events;
using Ristretto.Benchmarks.Patterns.Files;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns;

/// <summary>The same result in a slow and in a fast way; <c>docs/patterns</c> has a page for each.</summary>
/// <param name="page">Name of the page.</param>
internal abstract class Pattern(string page)
{
    /// <summary>Name of the page, without its ending.</summary>
    internal string Page => page;

    /// <summary>All of them, in the order of the table.</summary>
    internal static IReadOnlyList<Pattern> All =>
    [
        new FillInLoops(), new FillColumns(), new VectorsOnce(), new ColumnsOnce(), new SelectOnce(), new CombineMasks(), new CountMasks(), new SelectBeforeVectors(),
        new SelectBeforePairs(), new EventsBeforeTriples(), new FusedMatching(), new FusedTriples(), new CheapCutsFirst(), new NoListsPerEvent(), new DirectionsNotVectors(),
        new NoOwnObjects(), new OnePass(), new FilterEarly(), new DefineOnce(), new VaryInOnePass(), new FastCodec(),
    ];

    /// <summary>Gets ready for a file with events.</summary>
    /// <param name="sample">The file.</param>
    /// <param name="folder">Where other files may be written.</param>
    internal abstract Trial Over(string sample, string folder);
}

/// <summary>Both ways over the same events.</summary>
/// <param name="slow">Fills histograms the slow way.</param>
/// <param name="fast">Fills the same the fast way.</param>
/// <param name="held">What both need.</param>
internal sealed class Trial(Func<Histogram[]> slow, Func<Histogram[]> fast, IDisposable? held = null) : IDisposable
{
    /// <summary>Fills histograms the slow way.</summary>
    internal Histogram[] Slow() => slow();

    /// <summary>Fills the same the fast way.</summary>
    internal Histogram[] Fast() => fast();

    /// <summary>Whether both ways, taken equally often before, fill the same bins, and something at all.</summary>
    internal bool IsSame()
    {
        var (expected, actual) = (slow(), fast());
        return expected.Length == actual.Length && expected.All(histogram => histogram.Entries > 0) && expected.Zip(actual).All(pair => pair.First.Values.SequenceEqual(pair.Second.Values));
    }

    public void Dispose() => held?.Dispose();
}
