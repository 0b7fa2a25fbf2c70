using Ristretto.Columns.Accumulation;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;

namespace Ristretto.Analyses.HH4b;

/// <summary>Finds the median of the absolute generator weight of a data set.</summary>
internal sealed class MedianOfWeights : IAnalysis<NanoBatch>
{
    private readonly LaneLocal<Counts> _counts = new(new Counts());

    /// <summary>The median; the lower one of an even number of events, infinity of none.</summary>
    internal double Value => _counts.Main.Median();

    public void Process(NanoBatch events) => _counts.Value.Add(events.GenWeight.AsSpan());

    /// <summary>How often each value occurs: most samples have one or few.</summary>
    private sealed class Counts : IMergeable<Counts>
    {
        private readonly SortedDictionary<float, long> _counts = [];

        public Counts CreateEmpty() => new();

        public void Merge(Counts other)
        {
            foreach (var (weight, count) in other._counts) Add(weight, count);
        }

        public void Clear() => _counts.Clear();

        internal void Add(ReadOnlySpan<float> weights)
        {
            for (var i = 0; i < weights.Length;)
            {
                var weight = Math.Abs(weights[i]);
                var end = i + 1;
                while (end < weights.Length && Math.Abs(weights[end]) == weight) end++;
                Add(weight, end - i);
                i = end;
            }
        }

        internal double Median()
        {
            var left = (_counts.Values.Sum() + 1) / 2;
            foreach (var (weight, count) in _counts)
                if ((left -= count) <= 0) return weight;
            return double.PositiveInfinity;
        }

        private void Add(float weight, long count) => _counts[weight] = _counts.GetValueOrDefault(weight) + count;
    }
}
