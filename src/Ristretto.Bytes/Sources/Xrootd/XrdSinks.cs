using System.Buffers.Binary;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>Fills one piece from the reply to kXR_read.</summary>
internal sealed class PieceSink(Piece piece) : IXrdSink
{
    /// <summary>Bytes that have come.</summary>
    internal int Filled { get; private set; }

    public void Accept(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > piece.Length - Filled) throw new InvalidDataException($"more than the {piece.Length} bytes that were asked for came");
        bytes.CopyTo(piece.Destination.Span[Filled..]);
        Filled += bytes.Length;
    }
}

/// <summary>Fills pieces from the reply to kXR_readv, in which each piece follows a header of fhandle, rlen and offset, in any order.</summary>
internal sealed class VectorSink(IReadOnlyList<Piece> pieces) : IXrdSink
{
    private const int HeaderSize = 16;

    private readonly byte[] _header = new byte[HeaderSize];
    private readonly bool[] _isFilled = new bool[pieces.Count];
    private int _headerFilled;
    private Memory<byte> _rest;
    private int _next;

    /// <summary>Whether every piece has come whole.</summary>
    internal bool IsComplete => _headerFilled == 0 && _rest.IsEmpty && Array.TrueForAll(_isFilled, static filled => filled);

    public void Accept(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_rest.IsEmpty)
            {
                var part = Math.Min(HeaderSize - _headerFilled, bytes.Length);
                bytes[..part].CopyTo(_header.AsSpan(_headerFilled));
                _headerFilled += part;
                bytes = bytes[part..];
                if (_headerFilled < HeaderSize) return;
                _headerFilled = 0;
                _rest = Find(BinaryPrimitives.ReadInt64BigEndian(_header.AsSpan(8)), BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(4)));
            }
            var count = Math.Min(_rest.Length, bytes.Length);
            bytes[..count].CopyTo(_rest.Span);
            _rest = _rest[count..];
            bytes = bytes[count..];
        }
    }

    private Memory<byte> Find(long offset, int length)
    {
        // the order is that of the request, nearly always
        for (var tried = 0; tried < pieces.Count; tried++)
        {
            var index = (_next + tried) % pieces.Count;
            if (_isFilled[index] || pieces[index].Offset != offset || pieces[index].Length != length) continue;
            (_isFilled[index], _next) = (true, index + 1);
            return pieces[index].Destination;
        }
        throw new InvalidDataException($"{length} bytes at byte {offset} came, which were not asked for or came before");
    }
}
