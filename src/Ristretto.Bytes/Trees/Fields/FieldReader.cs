using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>Reads ranges of entries of a field into flat columns, best from the first entry to the last; any position is allowed. One per worker, not
/// thread-safe. The buffers are used again for the next range.</summary>
public sealed class FieldReader : IDisposable
{
    private readonly DecodeContext? _own;
    private readonly FieldSource _source;
    private readonly ValueBuffer _values;
    private readonly IReadOnlyList<ColumnView> _columns;
    private long[] _lengths = [];

    internal FieldReader(TreeField field, DecodeContext? context)
    {
        Field = field;
        _own = context is null ? new DecodeContext() : null;
        _source = field.Plan.Open(context ?? _own!);
        _values = field.NewBuffer();
        _columns = ColumnFlattener.Of(field.Name, _values).Columns;
    }

    /// <summary>The field.</summary>
    public TreeField Field { get; }

    /// <summary>The readers of the branches that it reads, its own and those of counters: what a <see cref="BasketPrefetch"/> fetches for.</summary>
    public IReadOnlyList<BranchReader> Branches => field ??= [.. _source.Readers];

    /// <summary>Reads a range of entries; what was read before is gone.</summary>
    /// <exception cref="Errors.RootFormatException">A basket is damaged; names file, tree, branch, basket.</exception>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void Read(long firstEntry, int entryCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEntry);
        ArgumentOutOfRangeException.ThrowIfNegative(entryCount);
        _values.Clear();
        try
        {
            _source.Read(firstEntry, entryCount, _values);
        }
        catch (Exception error) when (error is OverflowException or OutOfMemoryException)
        {
            throw new Errors.RootFormatException(Field.Tree.File.Path, $"{Field.Tree.Path}/{Field.Name}", null, $"entries {firstEntry} to {firstEntry + entryCount} have more than 2³¹ values; read fewer at a time", error);
        }
    }

    /// <summary>The values of a column in the machine's byte order: flat, list after list, fixed dimensions inside; bytes 0 or 1 for answers.</summary>
    /// <param name="column">Index in <see cref="TreeField.Columns"/>.</param>
    /// <exception cref="InvalidOperationException">The column holds strings.</exception>
    public ReadOnlySpan<byte> Bytes(int column) => _columns[column].Values is NumberBuffer numbers
        ? numbers.Bytes : throw new InvalidOperationException($"{_columns[column].Column.Name} holds strings");

    /// <summary>The values of a column as <typeparamref name="T"/>, which must be the type of its values; <c>byte</c> for answers.</summary>
    /// <exception cref="ArgumentException">It is of another size.</exception>
    public ReadOnlySpan<T> Values<T>(int column) where T : unmanaged
    {
        var size = LeafTypes.SizeOf(_columns[column].Column.LeafType);
        if (Marshal.SizeOf<T>() != size) throw new ArgumentException($"{_columns[column].Column.Name} has values of {size} bytes, not of {Marshal.SizeOf<T>()}", nameof(column));
        return MemoryMarshal.Cast<byte, T>(Bytes(column));
    }

    /// <summary>The lengths of the lists of one level, in order: of the outermost one per entry. Valid until the next call.</summary>
    /// <param name="column">Index in <see cref="TreeField.Columns"/>.</param>
    /// <param name="level">0 for the outermost.</param>
    public ReadOnlySpan<long> Lengths(int column, int level) => Differences(_columns[column].Lists[level].Ends);

    /// <summary>The lengths in bytes of the strings of a column, in order. Valid until the next call.</summary>
    public ReadOnlySpan<long> TextLengths(int column) => Differences(Texts(column).Ends);

    /// <summary>The bytes of the strings of a column, one after the other.</summary>
    public ReadOnlySpan<byte> TextBytes(int column) => Texts(column).Bytes;

    /// <summary>One string of a column.</summary>
    public string Text(int column, int index) => Texts(column).Text(index);

    /// <summary>The values of a column of numbers or answers as integers; null for strings.</summary>
    public long[]? Integers(int column)
    {
        if (_columns[column].Values is not NumberBuffer numbers) return null;
        var integers = new long[numbers.Count];
        for (var i = 0; i < integers.Length; i++) integers[i] = numbers.Integer(i);
        return integers;
    }

    /// <summary>The values of a column of numbers or answers as doubles; null for strings.</summary>
    public double[]? Doubles(int column)
    {
        if (_columns[column].Values is not NumberBuffer numbers) return null;
        var doubles = new double[numbers.Count];
        for (var i = 0; i < doubles.Length; i++) doubles[i] = Convert.ToDouble(numbers.Value(i), System.Globalization.CultureInfo.InvariantCulture);
        return doubles;
    }

    /// <summary>A column's value of one entry of the last range as text: lists in brackets, of long ones the beginning.</summary>
    /// <param name="column">Index in <see cref="TreeField.Columns"/>.</param>
    /// <param name="entry">Number of the entry in the range.</param>
    /// <param name="most">Most values of a list that are shown.</param>
    public string Format(int column, int entry, int most = 4)
    {
        var view = _columns[column];
        return ValueText.Of(view.Outermost, entry, most);
    }

    /// <summary>An entry of the last range as an object with members, for fields that hold objects; null for a null pointer.</summary>
    /// <param name="index">Number of the entry in the range.</param>
    public ObjectRecord? Object(int index) => _values is ObjectBuffer objects ? objects.Objects[index] : new ObjectRecord(Field.ClassName, _values, index);

    /// <summary>What the columns are views of.</summary>
    internal ValueBuffer Buffer => _values;

    /// <summary>Returns the buffers.</summary>
    public void Dispose()
    {
        _source.Dispose();
        _own?.Dispose();
    }

    private TextBuffer Texts(int column) => _columns[column].Values as TextBuffer ?? throw new InvalidOperationException($"{_columns[column].Column.Name} holds no strings");

    private ReadOnlySpan<long> Differences(ReadOnlySpan<int> ends)
    {
        if (_lengths.Length < ends.Length) _lengths = new long[ends.Length];
        var before = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            _lengths[i] = ends[i] - before;
            before = ends[i];
        }
        return _lengths.AsSpan(0, ends.Length);
    }
}
