using System.Runtime.CompilerServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine.Friends;

/// <summary>Pieces of files as consecutive events for one thread, if wanted with one more behind them that has zeros and empty lists.</summary>
internal sealed class JoinedSource(FriendFiles files, Workspace workspace) : BatchSource, IDisposable
{
    private const int MostOpen = 8;

    private readonly DecodeContext _context = new();
    private readonly Dictionary<int, (RootFile File, FileReader Reader)> _open = [];
    private readonly List<(int File, long First, int Length)> _pieces = [];
    private readonly Dictionary<string, Lists> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lists> _innerLists = new(StringComparer.Ordinal);
    private int _length;
    private bool _hasDefault;

    public override Workspace Workspace => workspace;

    public override int Length => _length + (_hasDefault ? 1 : 0);

    public override string Path => Sample.Path;

    internal override SampleInfo Sample => files.Files[_pieces.Count > 0 ? _pieces[0].File : 0];

    public override bool Has(string branch) => Reader(_pieces.Count > 0 ? _pieces[0].File : 0).Has(branch);

    public override IEnumerable<string> NamesStartingWith(string prefix) => Reader(_pieces.Count > 0 ? _pieces[0].File : 0).NamesStartingWith(prefix);

    /// <summary>Goes on to other entries.</summary>
    /// <param name="runs">Consecutive entries among those of all files, first and number.</param>
    /// <param name="hasDefault">Whether an event without values stands behind them.</param>
    internal void MoveTo(IEnumerable<(long First, int Length)> runs, bool hasDefault)
    {
        (_length, _hasDefault) = (0, hasDefault);
        _pieces.Clear();
        _lists.Clear();
        _innerLists.Clear();
        foreach (var run in runs)
        {
            var (first, left) = run;
            while (left > 0)
            {
                var (file, entry) = files.Locate(first);
                var length = (int)Math.Min(left, files.Files[file].Entries - entry);
                _pieces.Add((file, entry, length));
                (first, left, _length) = (first + length, left - length, _length + length);
            }
        }
        if (IsOnePiece) _ = At(_pieces[0]);
    }

    internal override Lists ReadLists(string counter)
    {
        if (IsOnePiece) return Reader(_pieces[0].File).ReadLists(counter);
        return _lists.TryGetValue(counter, out var known) ? known : _lists[counter] = Join(Length, reader => reader.ReadLists(counter));
    }

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists)
    {
        if (IsOnePiece) return Reader(_pieces[0].File).ReadInnerLists(column, lists);
        return _innerLists.TryGetValue(column.Branch, out var known) ? known : _innerLists[column.Branch] = Join(lists.Total, reader => reader.ReadInnerLists(column, reader.ReadLists(column.Counter!)));
    }

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        if (IsOnePiece) return Reader(_pieces[0].File).Read(column, lists);
        return column.Type switch
        {
            ElementType.Bool or ElementType.UInt8 => Join<byte>(column),
            ElementType.Int32 or ElementType.UInt32 or ElementType.Single => Join<int>(column),
            _ => Join<long>(column),
        };
    }

    public void Dispose()
    {
        Close();
        _context.Dispose();
    }

    // What is read comes from the piece alone, so that nothing has to be put together.
    private bool IsOnePiece => _pieces.Count == 1 && !_hasDefault;

    private Lists Join(int length, Func<FileReader, Lists> read)
    {
        var counts = ColumnBuffer<int>.Allocate(workspace, length);
        var at = 0;
        foreach (var piece in _pieces)
        {
            var offsets = read(At(piece)).Offsets;
            for (var i = 0; i + 1 < offsets.Length; i++) counts.Span[at++] = offsets[i + 1] - offsets[i];
        }
        counts.Span[at..].Clear();
        return Lists.FromCounts(counts.Span, workspace);
    }

    private ColumnBuffer<byte> Join<T>(ColumnDefinition column) where T : unmanaged
    {
        var parts = new ColumnBuffer<byte>[_pieces.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var reader = At(_pieces[i]);
            parts[i] = reader.Read(column, column.Counter is { } counter ? reader.ReadLists(counter) : default);
        }
        var values = ColumnBuffer<T>.Allocate(workspace, parts.Sum(part => part.Length) + (_hasDefault && column.Counter is null ? 1 : 0));
        var at = 0;
        foreach (var part in parts)
        {
            Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(part).Span.CopyTo(values.Span[at..]);
            at += part.Length;
        }
        values.Span[at..].Clear();
        return Unsafe.BitCast<ColumnBuffer<T>, ColumnBuffer<byte>>(values);
    }

    private FileReader At((int File, long First, int Length) piece)
    {
        var reader = Reader(piece.File);
        reader.GoTo(piece.First, piece.Length);
        return reader;
    }

    private FileReader Reader(int index)
    {
        if (_open.TryGetValue(index, out var known)) return known.Reader;
        if (_open.Count == MostOpen) Close();
        var (file, table) = files.Open(index);
        var reader = FriendFiles.Reader(table, files.Files[index], [], _context, workspace);
        _open.Add(index, (file, reader));
        return reader;
    }

    private void Close()
    {
        foreach (var (file, reader) in _open.Values)
        {
            reader.Dispose();
            file.Dispose();
        }
        _open.Clear();
    }
}
