namespace Ristretto.Bytes.Sources.Remote;

/// <summary>Bytes that are wanted from one place of a file.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Destination">Receives them.</param>
internal readonly record struct Piece(long Offset, Memory<byte> Destination)
{
    internal int Length => Destination.Length;

    internal long End => Offset + Destination.Length;
}

/// <summary>What one request to the server asks for: pieces in the order of their offsets, without overlap.</summary>
internal sealed class FetchRequest
{
    internal List<Piece> Pieces { get; } = [];

    internal long Bytes { get; private set; }

    internal void Add(Piece piece)
    {
        Pieces.Add(piece);
        Bytes += piece.Length;
    }

    /// <summary>Cuts pieces into requests.</summary>
    /// <param name="pieces">The pieces; sorted by the call. They may overlap.</param>
    /// <param name="mostPieces">Most pieces in a request.</param>
    /// <param name="largestPiece">Largest piece in bytes; larger ones are cut.</param>
    /// <param name="mostBytes">Most bytes in a request.</param>
    internal static List<FetchRequest> Plan(List<Piece> pieces, int mostPieces, int largestPiece, long mostBytes)
    {
        pieces.Sort(static (a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : a.Length.CompareTo(b.Length));
        List<FetchRequest> requests = [];
        var request = new FetchRequest();
        var end = 0L;
        foreach (var whole in pieces)
        {
            for (var at = 0; at < whole.Length;)
            {
                var piece = new Piece(whole.Offset + at, whole.Destination.Slice(at, Math.Min(largestPiece, whole.Length - at)));
                if (request.Pieces.Count > 0 && (request.Pieces.Count == mostPieces || request.Bytes + piece.Length > mostBytes || piece.Offset < end))
                {
                    requests.Add(request);
                    request = new FetchRequest();
                }
                request.Add(piece);
                end = piece.End;
                at += piece.Length;
            }
        }
        if (request.Pieces.Count > 0) requests.Add(request);
        return requests;
    }
}
