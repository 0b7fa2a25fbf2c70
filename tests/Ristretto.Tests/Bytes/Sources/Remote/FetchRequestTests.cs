using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Tests.Bytes.Sources.Remote;

public sealed class FetchRequestTests
{
    private static IEnumerable<string> Plan(int mostPieces, int largestPiece, long mostBytes, params (int Offset, int Length)[] pieces) =>
        FetchRequest.Plan([.. pieces.Select(piece => new Piece(piece.Offset, new byte[piece.Length]))], mostPieces, largestPiece, mostBytes)
            .Select(request => string.Join(' ', request.Pieces.Select(piece => $"{piece.Offset}+{piece.Length}")));

    [Fact]
    public void Plan_ManyPieces_AreCutIntoRequestsInTheirOrder() =>
        Assert.Equal(["0+10 20+10", "40+10"], Plan(2, 100, 100, (40, 10), (0, 10), (20, 10)));

    [Fact]
    public void Plan_LargePiece_IsCut() => Assert.Equal(["0+40 40+40", "80+20"], Plan(9, 40, 80, (0, 100)));

    [Fact]
    public void Plan_OverlappingPieces_GoIntoDifferentRequests() => Assert.Equal(["0+10", "5+10 20+1"], Plan(9, 100, 100, (5, 10), (0, 10), (20, 1)));

    [Fact]
    public void Plan_EmptyPieces_AskForNothing() => Assert.Empty(Plan(9, 100, 100, (5, 0)));
}
