using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>Fills one branch of a joined tree from file after file: with the file's values, or with zeros where the file has no such branch.</summary>
internal abstract class UnionFiller : IDisposable
{
    /// <summary>The branch of the present file; null when it has none.</summary>
    protected Branch? Source { get; private set; }

    /// <summary>Makes the column that is written, and what fills it.</summary>
    /// <param name="tree">The tree that is written.</param>
    /// <param name="column">The branch.</param>
    /// <param name="isCounter">Whether others take the lengths of their lists from it.</param>
    /// <param name="counters">The counters that were made so far, by name.</param>
    public static UnionFiller Make(TreeWriter tree, UnionColumn column, bool isCounter, Dictionary<string, CounterFiller> counters)
    {
        if (isCounter) return counters[column.Name] = new CounterFiller(tree.Counter(column.Name, column.WrittenTitle, column.Type == LeafType.UInt32));
        if (column.Type == LeafType.String) return new StringFiller(tree.Strings(column.Name, column.WrittenTitle));
        return LeafTypes.Make(column.Type, new Maker(tree, column, column.Counter is { } counter ? counters[counter] : null));
    }

    /// <summary>Goes to another file.</summary>
    public void Open(Tree source, string name, DecodeContext context)
    {
        Close();
        Source = source.TryGetBranch(name, out var branch) ? branch : null;
        if (Source is not null) Begin(Source, context);
    }

    /// <summary>Lets go of the present file.</summary>
    public virtual void Close() => Source = null;

    /// <inheritdoc/>
    public virtual void Dispose() => Close();

    /// <summary>Appends entries of the present file.</summary>
    public abstract void Append(long first, int entries);

    protected abstract void Begin(Branch branch, DecodeContext context);

    private sealed class Maker(TreeWriter tree, UnionColumn column, CounterFiller? counter) : ILeafTypeMaker<UnionFiller>
    {
        public UnionFiller Make<T>() where T : unmanaged => new ValueFiller<T>(tree.Column<T>(column.Name, column.Counter, column.WrittenTitle, [.. column.Dimensions]), column.Type, counter);
    }

    /// <summary>Lengths of lists.</summary>
    internal sealed class CounterFiller(CounterColumn column) : UnionFiller
    {
        private CounterReader? _reader;
        private int[] _counts = [];

        /// <summary>Elements in the entries that were appended last.</summary>
        public int Elements { get; private set; }

        public override void Append(long first, int entries)
        {
            if (_counts.Length < entries) _counts = new int[entries];
            var counts = _counts.AsSpan(0, entries);
            counts.Clear();
            _reader?.Read(first, counts);
            column.Append(counts);
            Elements = 0;
            foreach (var count in counts) Elements = checked(Elements + count);
        }

        public override void Close()
        {
            _reader?.Dispose();
            _reader = null;
            base.Close();
        }

        protected override void Begin(Branch branch, DecodeContext context) => _reader = new CounterReader(branch, context);
    }

    private sealed class ValueFiller<T>(ColumnWriter<T> column, LeafType type, CounterFiller? counter) : UnionFiller where T : unmanaged
    {
        private readonly GrowingBuffer _values = new(), _stored = new();
        private BranchReader? _reader;
        private ValueConverter? _widen;

        public override void Append(long first, int entries)
        {
            column.Append(MemoryMarshal.Cast<byte, T>(Values(first, entries)));
        }

        private Span<byte> Values(long first, int entries)
        {
            if (_reader is null)
            {
                var zeros = _values.Ensure(Unsafe.SizeOf<T>() * column.ValuesPerElement * (counter?.Elements ?? entries));
                zeros.Clear();
                return zeros;
            }
            var stored = _stored.Ensure(_reader.ValueBytes(first, entries));
            _reader.ReadValues(first, entries, stored);
            if (_widen is null) return stored;
            var values = _values.Ensure(stored.Length / LeafTypes.SizeOf(Source!.LeafType) * Unsafe.SizeOf<T>());
            _widen(stored, values);
            return values;
        }

        public override void Dispose()
        {
            base.Dispose();
            _values.Dispose();
            _stored.Dispose();
        }

        public override void Close()
        {
            _reader?.Dispose();
            _reader = null;
            base.Close();
        }

        protected override void Begin(Branch branch, DecodeContext context) =>
            (_reader, _widen) = (new BranchReader(branch, context), ValueConverters.Find(branch.LeafType, type));
    }

    private sealed class StringFiller(StringColumn column) : UnionFiller
    {
        private readonly GrowingBuffer _characters = new();
        private BranchReader? _reader;
        private int[] _lengths = [];

        public override void Append(long first, int entries)
        {
            if (_lengths.Length < entries) _lengths = new int[entries];
            var lengths = _lengths.AsSpan(0, entries);
            lengths.Clear();
            ReadOnlySpan<byte> characters = default;
            if (_reader is not null)
            {
                _reader.ReadCounts(first, entries, lengths);
                var all = _characters.Ensure(_reader.ValueBytes(first, entries));
                _reader.ReadValues(first, entries, all);
                characters = all;
            }
            foreach (var length in lengths)
            {
                column.Append(characters[..length]);
                characters = characters[length..];
            }
        }

        public override void Dispose()
        {
            base.Dispose();
            _characters.Dispose();
        }

        public override void Close()
        {
            _reader?.Dispose();
            _reader = null;
            base.Close();
        }

        protected override void Begin(Branch branch, DecodeContext context) => _reader = new BranchReader(branch, context);
    }
}
