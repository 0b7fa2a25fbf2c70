using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>Branches with one member of the objects in a collection: as many values per entry as the collection's branch counts.</summary>
/// <param name="branch">The branch as bytes.</param>
/// <param name="classes">The classes of the file.</param>
/// <param name="step">Reads the member of a number of objects.</param>
/// <param name="counter">Counts the objects of each entry.</param>
internal sealed class MemberPlan(Branch branch, ClassCatalogue classes, Step step, Branch counter) : FieldPlan
{
    /// <summary>Whether the members of both are of the same objects.</summary>
    public bool IsOfTheObjectsOf(MemberPlan other) => counter.Record == other.CounterRecord;

    private BranchRecord CounterRecord => counter.Record;

    /// <summary>Reads the lengths of counted arrays, one per object; null when there are none.</summary>
    public FieldPlan? ArrayLengths { get; init; }

    public override ValueBuffer NewBuffer() => new ListBuffer(step.NewBuffer());

    public override FieldSource Open(DecodeContext context) => new Source(this, branch, classes, step, counter, context);

    private sealed class Source(MemberPlan plan, Branch branch, ClassCatalogue classes, Step step, Branch counter, DecodeContext context) : FieldSource
    {
        private readonly BranchReader _reader = new(branch, context);
        private readonly CounterReader _counter = new(counter, context);
        private readonly FieldSource? _arrayLengths = plan.ArrayLengths?.Open(context);
        private readonly ValueBuffer? _lengths = plan.ArrayLengths?.NewBuffer();
        private readonly NumberBuffer _entryLengths = new(LeafType.Int32);
        private readonly StreamScope _scope = new(classes, 0);
        private ValueBuffer? _dropped;
        private int[] _counts = [];
        private long _nextEntry = -1;
        private int _nextByte;

        public override void Read(long firstEntry, int entryCount, ValueBuffer target)
        {
            var list = (ListBuffer)target;
            var (entry, end) = (firstEntry, firstEntry + entryCount);
            if (entryCount > 0 && end > branch.Entries) throw branch.Error($"entries up to {end} were asked for, the branch has {branch.Entries}");
            while (entry < end)
            {
                ref readonly var basket = ref _reader.Basket(entry);
                var stop = Math.Min(end, basket.End);
                var isAhead = basket.OffsetsAt >= 0 || (_nextEntry >= basket.First && _nextEntry <= entry);
                var start = basket.OffsetsAt >= 0 ? entry : isAhead ? _nextEntry : basket.First;
                ReadCounts(start, (int)(stop - start));
                var reader = new BigEndianReader(basket.Values(0, basket.ValueBytes), _reader.Origin);
                reader.Seek(basket.OffsetsAt >= 0 ? basket.OffsetOf(entry) : isAhead ? _nextByte : 0);
                if (step.FixedBytes > 0) ReadFixed(ref reader, list, entry - start, stop - start);
                else ReadEach(ref reader, basket, list, start, entry, stop);
                if (basket.OffsetsAt >= 0 && reader.Position != basket.OffsetOf(stop))
                    reader.Fail($"entry {stop - 1} ends at byte {basket.OffsetOf(stop)} by its offset, the values end at byte {reader.Position}");
                (_nextEntry, _nextByte) = (stop, reader.Position);
                if (stop == basket.End && reader.Remaining > 0) reader.Fail($"{reader.Remaining} bytes are left behind the last entry");
                entry = stop;
            }
        }

        // All values of the entries at once; of the first ones, which nobody asked for, only the bytes are passed.
        private void ReadFixed(ref BigEndianReader reader, ListBuffer list, long skipped, long entries)
        {
            var before = 0L;
            for (var i = 0; i < skipped; i++) before += _counts[i];
            if (before * step.FixedBytes > reader.Remaining) reader.Fail($"{before} values do not fit into the {reader.Remaining} bytes left");
            reader.Skip((int)before * step.FixedBytes);
            var total = 0L;
            for (var i = (int)skipped; i < entries; i++) total += _counts[i];
            if (total * step.FixedBytes > reader.Remaining) reader.Fail($"{total} values do not fit into the {reader.Remaining} bytes left");
            for (var i = (int)skipped; i < entries; i++) list.Append(_counts[i]);
            step.Read(ref reader, _scope, list.Items, (int)total);
        }

        private void ReadEach(ref BigEndianReader reader, in LoadedBasket basket, ListBuffer list, long start, long entry, long stop)
        {
            for (var at = start; at < stop; at++)
            {
                var count = CheckCount(ref reader, _counts[at - start]);
                if (at < entry)
                {
                    ReadOne(ref reader, basket, at, count, _dropped ??= step.NewBuffer());
                    _dropped.Clear();
                    continue;
                }
                list.Append(count);
                ReadOne(ref reader, basket, at, count, list.Items);
            }
        }

        public override IEnumerable<BranchReader> Readers => [_reader, _counter.Reader, .. _arrayLengths?.Readers ?? []];

        public override void Dispose()
        {
            _reader.Dispose();
            _counter.Dispose();
            _arrayLengths?.Dispose();
        }

        private int CheckCount(ref BigEndianReader reader, int count)
        {
            if (count > reader.Remaining / Math.Max(1, step.LeastBytes)) reader.Fail($"{count} values do not fit into the {reader.Remaining} bytes left");
            return count;
        }

        private void ReadCounts(long entry, int count)
        {
            if (_counts.Length < count) _counts = new int[count];
            _counter.Read(entry, _counts.AsSpan(0, count));
        }

        private void ReadOne(ref BigEndianReader reader, in LoadedBasket basket, long entry, int count, ValueBuffer target)
        {
            // An entry without objects has no header either.
            if (count == 0 && (basket.OffsetsAt < 0 || basket.OffsetOf(entry + 1) == reader.Position)) return;
            _scope.Reset(basket.KeyBytes);
            if (_arrayLengths is not null) ReadArrayLengths(ref reader, entry, count);
            step.Read(ref reader, _scope, target, count);
        }

        private void ReadArrayLengths(ref BigEndianReader reader, long entry, int count)
        {
            _lengths!.Clear();
            _arrayLengths!.Read(entry, 1, _lengths);
            if (_lengths is not ListBuffer { Items: NumberBuffer numbers } || numbers.Count != count) reader.Fail($"the lengths of {count} arrays are not {count} integers");
            else
            {
                _entryLengths.Clear();
                var room = MemoryMarshal.Cast<byte, int>(_entryLengths.Append(count));
                for (var i = 0; i < count; i++) room[i] = (int)Math.Clamp(numbers.Integer(i), -1, int.MaxValue);
                _scope.Owner = new RecordBuffer("", 0, [new MemberBuffer("", false, _entryLengths)]);
            }
        }
    }
}
