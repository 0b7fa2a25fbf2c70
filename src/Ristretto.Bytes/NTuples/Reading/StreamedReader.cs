using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Reads objects that are stored as ROOT streams them, for all columns of their field. Keeps what was read last.</summary>
/// <param name="field">The field.</param>
/// <param name="ends">Where the objects end among the bytes.</param>
/// <param name="bytes">The bytes.</param>
internal sealed class StreamedReader(StreamedField field, OffsetReader ends, ValueReader bytes) : IDisposable
{
    /// <summary>So many bytes are read at a time, of larger objects one.</summary>
    private const int ChunkBytes = 1 << 20;

    private readonly List<Segment> _held = [];
    private readonly GrowingBuffer _chunk = new();
    private readonly StreamScope _scope = field.NewScope();
    private readonly ObjectOrigin _origin = new(field);
    private ValueBuffer? _objects;
    private IReadOnlyList<ColumnView> _columns = [];
    private byte[] _large = [];
    private bool _isRead;

    /// <summary>Where the objects end.</summary>
    public OffsetReader Ends => ends;

    /// <summary>Their bytes.</summary>
    public ValueReader Bytes => bytes;

    /// <summary>A column of some objects; valid until others are asked for.</summary>
    /// <exception cref="RootFormatException">A page is damaged, or the bytes do not hold such objects.</exception>
    public ColumnView Read(List<Segment> objects, int column)
    {
        if (!_isRead || !_held.SequenceEqual(objects)) Fill(objects);
        return _columns[column];
    }

    public void Dispose()
    {
        bytes.Dispose();
        _chunk.Dispose();
    }

    private void Fill(List<Segment> objects)
    {
        _isRead = false;
        if (_objects is null) _columns = field.Flatten(_objects = field.Step.NewBuffer()).Columns;
        else _objects.Clear();
        try
        {
            foreach (var segment in objects) Add(segment, _objects);
        }
        catch (Exception error) when (error is OverflowException or OutOfMemoryException)
        {
            throw new RootFormatException(field.NTuple.File.Path, field.Where, null, "the objects asked for have more than 2³¹ values; read fewer at a time", error);
        }
        _held.Clear();
        _held.AddRange(objects);
        _isRead = true;
    }

    private void Add(Segment segment, ValueBuffer target)
    {
        if (segment.Length == 0) return;
        var bounds = ends.Read(segment.Cluster, segment.From, segment.To);
        bytes.Require(new Segment(segment.Cluster, bounds[0], bounds[^1]));
        for (var at = 0; at < bounds.Length - 1;)
        {
            // Entries from before the field was added have no object.
            if (segment.From + at < ends.Cursor.Zeros)
            {
                target.AppendDefault(1);
                at++;
                continue;
            }
            var last = at + 1;
            while (last < bounds.Length - 1 && bounds[last + 1] - bounds[at] <= ChunkBytes) last++;
            Add(segment.Cluster, segment.From + at, bounds[at..(last + 1)], target);
            at = last;
        }
    }

    private void Add(int cluster, long first, ReadOnlySpan<long> bounds, ValueBuffer target)
    {
        var length = bounds[^1] - bounds[0];
        if (length > Array.MaxLength) throw bytes.Cursor.Error($"object {first} of cluster {cluster} has {length} bytes, more than fit into one buffer");
        var chunk = length <= ChunkBytes ? _chunk.Ensure((int)length) : ReadLarge(cluster, bounds[0], (int)length);
        if (length <= ChunkBytes) bytes.Read(cluster, bounds[0], chunk);
        for (var i = 0; i < bounds.Length - 1; i++)
        {
            _origin.MoveTo(cluster, first + i);
            var reader = new BigEndianReader(chunk[(int)(bounds[i] - bounds[0])..(int)(bounds[i + 1] - bounds[0])], _origin);
            _scope.Reset(0);
            field.Step.Read(ref reader, _scope, target, 1);
            if (reader.Remaining > 0) reader.Fail($"an object of {reader.Length} bytes has {reader.Remaining} more than its class explains");
        }
    }

    // Memory grows with what was decompressed, not with what the ends promise.
    private Span<byte> ReadLarge(int cluster, long from, int length)
    {
        for (var done = 0; done < length;)
        {
            var part = Math.Min(ChunkBytes, length - done);
            if (_large.Length < done + part) Array.Resize(ref _large, (int)Math.Min(Math.Max(2L * _large.Length, done + part), length));
            bytes.Read(cluster, from + done, _large.AsSpan(done, part));
            done += part;
        }
        return _large.AsSpan(0, length);
    }

    /// <summary>Names the object that is being read; it may be spread over pages, so that no place in the file is known.</summary>
    private sealed class ObjectOrigin(StreamedField streamed) : RecordOrigin(streamed.NTuple.File.Path, streamed.Where, 0, isDecompressed: true)
    {
        private int _cluster;
        private long _object;

        public override string Where => $"{streamed.Where}, cluster {_cluster}, object {_object}";

        public void MoveTo(int cluster, long number) => (_cluster, _object) = (cluster, number);

        public override RootFormatException Error(int position, string reason) => new(Path, Where, null, $"{reason} (at byte {position} of the object)");
    }
}
