using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>One leaf of a leaf list.</summary>
/// <param name="Name">Name of the leaf.</param>
/// <param name="Step">Reads one value with its fixed dimensions.</param>
/// <param name="Counter">The branch that counts its values; null when it has one, or when a leaf of the same branch counts them.</param>
/// <param name="CounterLeaf">Index of the leaf of the same branch that counts its values; -1 when there is none.</param>
internal readonly record struct PlannedLeaf(string Name, Step Step, Branch? Counter, int CounterLeaf)
{
    /// <summary>Whether entries have lists of different lengths.</summary>
    public bool IsCounted => Counter is not null || CounterLeaf >= 0;
}

/// <summary>Branches with several leaves, one after the other in each entry, and leaves that are stored with fewer bits than in memory.</summary>
/// <param name="branch">The branch as bytes.</param>
/// <param name="leaves">Its leaves in stored order.</param>
internal sealed class LeafListPlan(Branch branch, PlannedLeaf[] leaves) : FieldPlan
{
    public override ValueBuffer NewBuffer() => leaves.Length == 1
        ? NewBuffer(leaves[0])
        : new RecordBuffer(branch.Name, 0, [.. leaves.Select(leaf => new MemberBuffer(leaf.Name, false, NewBuffer(leaf)))]);

    public override FieldSource Open(DecodeContext context) => new Source(branch, leaves, context);

    private static ValueBuffer NewBuffer(PlannedLeaf leaf) => leaf.IsCounted ? new ListBuffer(leaf.Step.NewBuffer()) : leaf.Step.NewBuffer();

    private sealed class Source(Branch branch, PlannedLeaf[] leaves, DecodeContext context) : FieldSource
    {
        private readonly BranchReader _reader = new(branch, context);
        private readonly CounterReader?[] _counters = [.. leaves.Select(leaf => leaf.Counter is null ? null : new CounterReader(leaf.Counter, context))];
        private readonly StreamScope _scope = new(branch.Tree.File.Classes, 0);
        private readonly int _fixedBytes = leaves.Any(leaf => leaf.IsCounted || leaf.Step.FixedBytes == 0) ? 0 : leaves.Sum(leaf => leaf.Step.FixedBytes);
        private ValueBuffer? _dropped;
        private long _nextEntry = -1;
        private int _nextByte;

        public override void Read(long firstEntry, int entryCount, ValueBuffer target)
        {
            var (entry, end) = (firstEntry, firstEntry + entryCount);
            if (entryCount > 0 && end > branch.Entries) throw branch.Error($"entries up to {end} were asked for, the branch has {branch.Entries}");
            while (entry < end)
            {
                ref readonly var basket = ref _reader.Basket(entry);
                var stop = Math.Min(end, basket.End);
                var reader = new BigEndianReader(basket.Values(0, basket.ValueBytes), _reader.Origin);
                var at = entry;
                if (_fixedBytes > 0) reader.Seek((int)Math.Min(int.MaxValue, (entry - basket.First) * _fixedBytes));
                else if (basket.OffsetsAt >= 0) reader.Seek(basket.OffsetOf(entry));
                else if (_nextEntry >= basket.First && _nextEntry <= entry) reader.Seek(StartAt(ref at, _nextEntry, _nextByte));
                else at = basket.First;
                for (; at < entry; at++)
                {
                    ReadOne(ref reader, at, _dropped ??= NewTarget(target));
                    _dropped.Clear();
                }
                for (; at < stop; at++)
                {
                    ReadOne(ref reader, at, target);
                    if (basket.OffsetsAt >= 0 && reader.Position != basket.OffsetOf(at + 1)) reader.Fail($"entry {at} ends at byte {basket.OffsetOf(at + 1)} by its offset, its leaves end at byte {reader.Position}");
                }
                (_nextEntry, _nextByte) = (stop, reader.Position);
                if (stop == basket.End && reader.Remaining > 0) reader.Fail($"{reader.Remaining} bytes are left behind the last entry");
                entry = stop;
            }
        }

        public override IEnumerable<BranchReader> Readers => [_reader, .. _counters.OfType<CounterReader>().Select(counter => counter.Reader)];

        public override void Dispose()
        {
            _reader.Dispose();
            foreach (var counter in _counters) counter?.Dispose();
        }

        private static int StartAt(ref long at, long entry, int position)
        {
            at = entry;
            return position;
        }

        private ValueBuffer NewTarget(ValueBuffer like) => like is RecordBuffer
            ? new RecordBuffer(branch.Name, 0, [.. leaves.Select(leaf => new MemberBuffer(leaf.Name, false, NewBuffer(leaf)))])
            : NewBuffer(leaves[0]);

        private void ReadOne(ref BigEndianReader reader, long entry, ValueBuffer target)
        {
            for (var i = 0; i < leaves.Length; i++)
            {
                var values = target is RecordBuffer record ? record.Members[i].Values : target;
                var count = 1;
                if (leaves[i].IsCounted)
                {
                    count = Count(ref reader, i, entry, target);
                    ((ListBuffer)values).Append(count);
                    values = ((ListBuffer)values).Items;
                }
                leaves[i].Step.Read(ref reader, _scope, values, count);
            }
            (target as RecordBuffer)?.Added(1);
        }

        private int Count(ref BigEndianReader reader, int index, long entry, ValueBuffer target)
        {
            var leaf = leaves[index];
            long count = -1;
            if (_counters[index] is { } counter)
            {
                Span<int> counts = stackalloc int[1];
                counter.Read(entry, counts);
                count = counts[0];
            }
            else if ((target as RecordBuffer)?.Members[leaf.CounterLeaf].Values is NumberBuffer { Count: > 0 } numbers) count = numbers.Integer(numbers.Count - 1);
            if (count < 0 || count > reader.Remaining / Math.Max(1, leaf.Step.LeastBytes)) reader.Fail($"{count} values of leaf {leaf.Name} do not fit into the {reader.Remaining} bytes left");
            return (int)count;
        }
    }
}
