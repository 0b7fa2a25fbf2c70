using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>Branches with one value of any type per entry: an object, a container, a member.</summary>
/// <param name="branch">The branch as bytes.</param>
/// <param name="classes">The classes of the file.</param>
/// <param name="step">Reads the value of an entry.</param>
/// <param name="isNamed">Whether each entry starts with the name of its class, as TBranchObject writes it.</param>
internal sealed class EntryPlan(Branch branch, ClassCatalogue classes, Step step, bool isNamed) : FieldPlan
{
    /// <summary>The branch whose values are the lengths of counted arrays; null when there are none.</summary>
    public Branch? Counter { get; init; }

    public override ValueBuffer NewBuffer() => step.NewBuffer();

    public override FieldSource Open(DecodeContext context) => new Source(this, branch, classes, step, isNamed, context);

    private sealed class Source(EntryPlan plan, Branch branch, ClassCatalogue classes, Step step, bool isNamed, DecodeContext context) : FieldSource
    {
        private readonly BranchReader _reader = new(branch, context);
        private readonly CounterReader? _counter = plan.Counter is { } counter ? new CounterReader(counter, context) : null;
        private readonly NumberBuffer _length = new(LeafType.Int32);
        private readonly StreamScope _scope = new(classes, 0);
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
                if (step.FixedBytes > 0 && !isNamed) ReadFixed(ref reader, basket, entry, (int)(stop - entry), target);
                else if (basket.OffsetsAt >= 0) ReadByOffset(ref reader, basket, entry, stop, target);
                else ReadInSequence(ref reader, basket, entry, stop, target);
                entry = stop;
            }
        }

        public override IEnumerable<BranchReader> Readers => _counter is null ? [_reader] : [_reader, _counter.Reader];

        public override void Dispose()
        {
            _reader.Dispose();
            _counter?.Dispose();
        }

        private void ReadFixed(ref BigEndianReader reader, in LoadedBasket basket, long entry, int count, ValueBuffer target)
        {
            var entries = basket.End - basket.First;
            if (entries * step.FixedBytes != reader.Length) reader.Fail($"{entries} entries of {step.FixedBytes} bytes need {entries * step.FixedBytes} bytes, the basket has {reader.Length}");
            reader.Seek((int)(entry - basket.First) * step.FixedBytes);
            step.Read(ref reader, _scope, target, count);
        }

        private void ReadByOffset(ref BigEndianReader reader, in LoadedBasket basket, long entry, long stop, ValueBuffer target)
        {
            var to = basket.OffsetOf(entry);
            for (; entry < stop; entry++)
            {
                var from = to;
                to = basket.OffsetOf(entry + 1);
                reader.Seek(from);
                ReadOne(ref reader, basket, entry, target);
                if (reader.Position != to) reader.Fail($"entry {entry} ends at byte {to} by its offset, what it holds ends at byte {reader.Position}");
            }
        }

        private void ReadInSequence(ref BigEndianReader reader, in LoadedBasket basket, long entry, long stop, ValueBuffer target)
        {
            var isAhead = _nextEntry >= basket.First && _nextEntry <= entry;
            var (at, position) = isAhead ? (_nextEntry, _nextByte) : (basket.First, 0);
            reader.Seek(position);
            for (; at < entry; at++)
            {
                ReadOne(ref reader, basket, at, _dropped ??= step.NewBuffer());
                _dropped.Clear();
            }
            for (; at < stop; at++) ReadOne(ref reader, basket, at, target);
            (_nextEntry, _nextByte) = (at, reader.Position);
            if (at == basket.End && reader.Remaining > 0) reader.Fail($"{reader.Remaining} bytes are left behind the last entry");
        }

        private void ReadOne(ref BigEndianReader reader, in LoadedBasket basket, long entry, ValueBuffer target)
        {
            _scope.Reset(basket.KeyBytes);
            if (isNamed) reader.Skip(reader.ReadByte() + 1);      // the name of the class, ended by a zero
            if (_counter is not null)
            {
                _length.Clear();
                _counter.Read(entry, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(_length.Append(1)));
                _scope.Owner = new RecordBuffer("", 0, [new MemberBuffer("", false, _length)]);
            }
            step.Read(ref reader, _scope, target, 1);
        }
    }
}
