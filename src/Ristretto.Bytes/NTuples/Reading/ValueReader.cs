using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Encodings;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Reads the elements of a column of values in the type of its field.</summary>
internal sealed class ValueReader : IDisposable
{
    private readonly LeafType _wanted;
    private readonly int _size;
    private readonly GrowingBuffer _natural = new();
    private ColumnRecord? _column;
    private ElementDecoder _decode = null!;
    private ValueConverter? _convert;
    private int _naturalSize;
    private bool _isPlain;

    public ValueReader(NTupleColumn column, int part, long perEntry, DecodeContext context)
        : this(column.LeafType, new PageCursor(column.NTuple, column.Where, column.Field.Representations, part, perEntry, context, column.Counters))
    {
    }

    /// <summary>Reads elements as values of a type.</summary>
    public ValueReader(LeafType wanted, PageCursor cursor) => (_wanted, _size, Cursor) = (wanted, LeafTypes.SizeOf(wanted), cursor);

    /// <summary>Where it is.</summary>
    public PageCursor Cursor { get; }

    /// <summary>Makes sure that a cluster has some elements.</summary>
    /// <exception cref="Errors.RootFormatException">It has fewer.</exception>
    public void Require(Segment elements) => Cursor.Enter(elements.Cluster, elements.From, elements.To);

    /// <summary>Reads elements of a cluster: as many as fill the destination.</summary>
    public void Read(int cluster, long from, Span<byte> destination)
    {
        var count = destination.Length / _size;
        Cursor.Enter(cluster, from, from + count);
        if (!ReferenceEquals(_column, Cursor.Column)) Use(Cursor.Column);
        while (count > 0)
        {
            int done;
            if (from < Cursor.Zeros)
            {
                done = (int)Math.Min(count, Cursor.Zeros - from);
                destination[..(done * _size)].Clear();
            }
            else
            {
                Cursor.MoveTo(from);
                done = (int)Math.Min(count, Cursor.PageStart + Cursor.Page.Elements - from);
                ReadPage((int)(from - Cursor.PageStart), destination[..(done * _size)]);
            }
            (from, count) = (from + done, count - done);
            destination = destination[(done * _size)..];
        }
    }

    public void Dispose()
    {
        Cursor.Dispose();
        _natural.Dispose();
    }

    private void ReadPage(int from, Span<byte> destination)
    {
        var page = Cursor.Page;
        if (_convert is null)
        {
            if (_isPlain && from == 0 && destination.Length == Cursor.OriginalBytes(page) && !Cursor.IsLoaded) Cursor.LoadInto(destination);
            else _decode(Cursor.Load(), page.Elements, from, destination);
            return;
        }
        var natural = _natural.Ensure(destination.Length / _size * _naturalSize);
        _decode(Cursor.Load(), page.Elements, from, natural);
        if (!_convert(natural, destination)) throw Cursor.Error($"a value stored as {Cursor.Column.Encoding} does not fit the field's type {_wanted}");
    }

    private void Use(ColumnRecord column)
    {
        var natural = EncodingTypes.NaturalType(column.Encoding)!.Value;
        (_column, _decode, _convert) = (column, ElementDecoders.Of(column), _wanted == LeafType.String ? null : ValueConverters.Find(natural, _wanted));
        (_naturalSize, _isPlain) = (LeafTypes.SizeOf(natural), ElementDecoders.IsPlain(column.Encoding));
    }
}
