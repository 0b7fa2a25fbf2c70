using System.Buffers.Binary;
using System.Globalization;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>A file on an XRootD server. When its server or connection fails, it is opened again, on another server if there is one.</summary>
internal sealed class XrdSource : RemoteSource
{
    private const int ProtocolElements = 1024;
    private const int ProtocolElementBytes = (2 << 20) - 16;
    private const int ConfigurationQuery = 7;

    private readonly XrdOpening _opening;
    private readonly SemaphoreSlim _turn = new(1);
    private XrdOpenFile? _file;
    private XrdFileState _state;
    private XrdEndpoint _server;

    private XrdSource(string path, Connections connections) : base(path, connections) =>
        _opening = new XrdOpening(connections, XrdAddress.Parse(path), path);

    public override long Length => _state.Size;

    /// <summary>1 KiB: an element of a vector read costs 16 bytes and its share of a request.</summary>
    public override int CoalescingGap => 1024;

    protected override int MostPieces => Volatile.Read(ref _file)?.Connection.VectorLimits?.Elements ?? ProtocolElements;

    protected override int LargestPiece => Volatile.Read(ref _file)?.Connection.VectorLimits?.Bytes ?? ProtocolElementBytes;

    protected override int MostBytes => 8 << 20;

    /// <exception cref="SourceException">It cannot be opened.</exception>
    internal static async Task<ByteSource> OpenAsync(Connections connections, string path, CancellationToken cancellation)
    {
        var source = new XrdSource(path, connections);
        var file = await Persistence.RunAsync(path, connections.Options, source.OpenOnceAsync, source.Counters.AddRetry, cancellation).ConfigureAwait(false);
        source._state = file.State;
        if (file.State.Flags.HasFlag(XrdFileFlags.Directory)) throw new SourceException(path, "is a directory");
        if (file.State.Size == 0) throw new SourceException(path, "the file is empty");
        return source;
    }

    protected override async Task FetchAsync(FetchRequest request, StallClock clock)
    {
        var file = await OpenOnceAsync(clock).ConfigureAwait(false);
        try
        {
            Counters.AddRequest(request.Bytes);
            var reply = request.Pieces.Count == 1
                ? await ReadAsync(file, request.Pieces[0], clock).ConfigureAwait(false)
                : await ReadVectorAsync(file, request.Pieces, clock).ConfigureAwait(false);
            if (reply.Status == XrdStatus.Redirect) throw new SourceException(Path, $"{file.Connection.Endpoint} sends us elsewhere", isRetryable: true);
        }
        catch (SourceException e) when (e.IsRetryable)
        {
            if (Interlocked.CompareExchange(ref _file, null, file) == file) _opening.Avoid(file.Connection.Endpoint, "ioerr");
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        if (Interlocked.Exchange(ref _file, null) is { } file) file.Connection.Post(new XrdCall(XrdRequestId.Close, Parameters(file), ""));
    }

    private async Task<XrdReply> ReadAsync(XrdOpenFile file, Piece piece, StallClock clock)
    {
        PieceSink? sink = null;
        var reply = await Connections.Xrootd.AskAsync(file.Connection, () =>
        {
            var parameters = Parameters(file);
            BinaryPrimitives.WriteInt64BigEndian(parameters.AsSpan(4), piece.Offset);
            BinaryPrimitives.WriteInt32BigEndian(parameters.AsSpan(12), piece.Length);
            return new XrdCall(XrdRequestId.Read, parameters, "", sink = new PieceSink(piece), clock);
        }, Path, clock).ConfigureAwait(false);
        if (reply.Status == XrdStatus.Ok && sink!.Filled < piece.Length)
            throw Replaced($"it ended at byte {(piece.Offset + sink.Filled).ToString(CultureInfo.InvariantCulture)} of {Length.ToString(CultureInfo.InvariantCulture)}");
        return reply;
    }

    private async Task<XrdReply> ReadVectorAsync(XrdOpenFile file, List<Piece> pieces, StallClock clock)
    {
        VectorSink? sink = null;
        var reply = await Connections.Xrootd.AskAsync(file.Connection, () =>
        {
            var list = new byte[16 * pieces.Count];
            for (var i = 0; i < pieces.Count; i++)
            {
                file.Handle.CopyTo(list, 16 * i);
                BinaryPrimitives.WriteInt32BigEndian(list.AsSpan((16 * i) + 4), pieces[i].Length);
                BinaryPrimitives.WriteInt64BigEndian(list.AsSpan((16 * i) + 8), pieces[i].Offset);
            }
            return new XrdCall(XrdRequestId.VectorRead, new byte[16], list, sink = new VectorSink(pieces), clock);
        }, Path, clock).ConfigureAwait(false);
        if (reply.Status == XrdStatus.Ok && !sink!.IsComplete) throw new SourceException(Path, $"{file.Connection.Endpoint} sent only a part of what was asked for", isRetryable: true);
        return reply;
    }

    /// <summary>The open file; opens it when it is not, or its connection broke.</summary>
    private async Task<XrdOpenFile> OpenOnceAsync(StallClock clock)
    {
        if (Volatile.Read(ref _file) is { Connection.IsBroken: false } open) return open;
        await _turn.WaitAsync(clock.Token).ConfigureAwait(false);
        try
        {
            if (_file is { Connection.IsBroken: false } meanwhile) return meanwhile;
            var file = await _opening.OpenAsync(clock).ConfigureAwait(false);
            CheckUnchanged(file);
            await AskLimitsAsync(file.Connection, clock).ConfigureAwait(false);
            Volatile.Write(ref _file, file);
            return file;
        }
        finally
        {
            _turn.Release();
        }
    }

    private void CheckUnchanged(XrdOpenFile file)
    {
        if (_state == default) (_state, _server) = (file.State, file.Connection.Endpoint);
        if (file.State.Size != _state.Size) throw Replaced($"it had {_state.Size} bytes, now {file.State.Size}");
        if (file.Connection.Endpoint == _server && file.State.Modified != _state.Modified) throw Replaced("its time of change is another one");
    }

    /// <summary>Asks a server, once, how large a vector read may be.</summary>
    private async Task AskLimitsAsync(XrdConnection connection, StallClock clock)
    {
        if (connection.VectorLimits is not null) return;
        var parameters = new byte[16];
        BinaryPrimitives.WriteUInt16BigEndian(parameters, ConfigurationQuery);
        var reply = await Connections.Xrootd.TryAskAsync(connection, () => new XrdCall(XrdRequestId.Query, parameters, "readv_iov_max readv_ior_max", clock: clock), Path, clock).ConfigureAwait(false);
        var lines = reply.Status == XrdStatus.Ok ? reply.Text.Split('\n') : [];
        connection.VectorLimits = (Limit(0, ProtocolElements), Limit(1, ProtocolElementBytes));

        // A server that does not know a name answers with the name.
        int Limit(int line, int most) => line < lines.Length && int.TryParse(lines[line], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? Math.Min(limit, most) : most;
    }

    private static byte[] Parameters(XrdOpenFile file)
    {
        var parameters = new byte[16];
        file.Handle.CopyTo(parameters, 0);
        return parameters;
    }
}
