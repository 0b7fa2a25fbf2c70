using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Sources.Remote;

/// <summary>A file on a server: cuts what is wanted into requests, sends several at a time within the limit of bytes in flight, and repeats what
/// failed. The first <see cref="HeadSize"/> bytes are kept once fetched: they hold all that opening a ROOT file asks for in small pieces.</summary>
internal abstract class RemoteSource(string path, Connections connections) : ByteSource(path)
{
    /// <summary>Bytes at the start that are fetched together.</summary>
    protected const int HeadSize = 64 * 1024;

    private byte[]? _head;

    public override bool IsRemote => true;

    protected Connections Connections { get; } = connections;

    protected SourceOptions Options => Connections.Options;

    /// <summary>Most ranges in a request.</summary>
    protected abstract int MostPieces { get; }

    /// <summary>Largest range of a request in bytes.</summary>
    protected abstract int LargestPiece { get; }

    /// <summary>Most bytes of a request.</summary>
    protected abstract int MostBytes { get; }

    /// <summary>Sends a request once and receives all of its pieces.</summary>
    /// <param name="request">The request.</param>
    /// <param name="clock">Receives progress; its token ends the attempt.</param>
    /// <exception cref="SourceException">It failed; whether it is worth a repetition is in the error.</exception>
    protected abstract Task FetchAsync(FetchRequest request, StallClock clock);

    public override void Read(long offset, Span<byte> destination)
    {
        Check(offset, destination.Length);
        if (TryHead(offset, destination)) return;
        using var buffer = PooledBuffer.Rent(destination.Length);
        Blocking.Wait(ReadAsync(offset, buffer.Memory, Connections.Cancellation));
        buffer.Span.CopyTo(destination);
    }

    public override void Read(IReadOnlyList<ByteRange> ranges, Memory<byte> destination) =>
        Blocking.Wait(ReadAsync(ranges, destination, Connections.Cancellation));

    public override async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        Check(offset, destination.Length);
        if (TryHead(offset, destination.Span)) return;
        var headSize = (int)Math.Min(HeadSize, Length);
        if (_head is not null || offset + destination.Length > headSize)
        {
            await FetchAllAsync([new Piece(offset, destination)], cancellation).ConfigureAwait(false);
            return;
        }
        var head = new byte[headSize];
        await FetchAllAsync([new Piece(0, head)], cancellation).ConfigureAwait(false);
        KeepHead(head);
        head.AsSpan((int)offset, destination.Length).CopyTo(destination.Span);
    }

    public override async ValueTask ReadAsync(IReadOnlyList<ByteRange> ranges, Memory<byte> destination, CancellationToken cancellation = default)
    {
        CheckRoom(ranges, destination.Length);
        List<Piece> pieces = [];
        var filled = 0;
        foreach (var range in ranges)
        {
            Check(range.Offset, range.Length);
            var part = destination.Slice(filled, range.Length);
            if (!TryHead(range.Offset, part.Span)) pieces.Add(new Piece(range.Offset, part));
            filled += range.Length;
        }
        await FetchAllAsync(pieces, cancellation).ConfigureAwait(false);
    }

    /// <summary>Keeps the first bytes of the file, fetched on the way.</summary>
    protected void KeepHead(byte[] head) => Volatile.Write(ref _head, head);

    /// <summary>The error for a file that is not what it was.</summary>
    protected SourceException Replaced(string how) => new(Path, $"the file was replaced while it was being read ({how}); run again");

    private bool TryHead(long offset, Span<byte> destination)
    {
        if (destination.IsEmpty) return true;
        if (Volatile.Read(ref _head) is not { } head || offset > head.Length - destination.Length) return false;
        head.AsSpan((int)offset, destination.Length).CopyTo(destination);
        return true;
    }

    private async Task FetchAllAsync(List<Piece> pieces, CancellationToken cancellation)
    {
        var mostBytes = (int)Math.Min(MostBytes, Options.BytesInFlight);
        var requests = FetchRequest.Plan(pieces, MostPieces, Math.Min(LargestPiece, mostBytes), mostBytes);
        if (requests.Count == 0) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Connections.Cancellation);
        if (requests.Count == 1)
        {
            await FetchOneAsync(requests[0], stop.Token).ConfigureAwait(false);
            return;
        }
        Exception? first = null;
        await Task.WhenAll(requests.Select(FetchOrStopAsync)).ConfigureAwait(false);
        if (first is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);

        async Task FetchOrStopAsync(FetchRequest request)
        {
            try
            {
                await FetchOneAsync(request, stop.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, e, null);
                await stop.CancelAsync().ConfigureAwait(false);     // the others are of no use any more
            }
        }
    }

    private async Task FetchOneAsync(FetchRequest request, CancellationToken cancellation)
    {
        await Connections.Gate.EnterAsync(request.Bytes, cancellation).ConfigureAwait(false);
        Counters.Sent(request.Bytes);
        try
        {
            await Persistence.RunAsync(Path, Options, AttemptAsync, Counters.AddRetry, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Counters.Arrived(request.Bytes);
            Connections.Gate.Leave(request.Bytes);
        }

        async Task<bool> AttemptAsync(StallClock clock)
        {
            await FetchAsync(request, clock).ConfigureAwait(false);
            return true;
        }
    }

    private void Check(long offset, int count)
    {
        if (offset < 0 || count < 0 || offset > Length - count)
            throw new SourceException(Path, $"{count} bytes at byte {offset} lie outside the file of {Length} bytes");
    }
}
