using System.Net;
using System.Net.Http.Headers;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>A file on an HTTP server that sends parts: several ranges in one request where the server can, otherwise several requests at a time.</summary>
internal sealed class HttpSource : RemoteSource
{
    /// <summary>Bytes that opening asks for.</summary>
    internal const int FirstBytes = HeadSize;

    private const int MostRanges = 100;         // 4 kB of header; Apache answers at most 200

    private readonly HttpExchange _exchange;
    private readonly HttpIdentity _identity;
    private readonly Uri _start;
    private Uri _url;

    /// <param name="path">The address as given.</param>
    /// <param name="connections">Shared with other files.</param>
    /// <param name="start">The address to ask first.</param>
    /// <param name="url">Where it led to.</param>
    /// <param name="identity">What the file is known by.</param>
    /// <param name="head">Its first bytes.</param>
    internal HttpSource(string path, Connections connections, Uri start, Uri url, HttpIdentity identity, byte[] head) : base(path, connections)
    {
        (_exchange, _start, _url, _identity) = (new HttpExchange(connections, path), start, url, identity);
        KeepHead(head);
        Counters.AddRequest(head.Length);
    }

    public override long Length => _identity.Length;

    /// <summary>1 KiB with several ranges a request, 32 KiB when each range is a request of its own.</summary>
    public override int CoalescingGap => IsMultipart ? 1024 : 32 * 1024;

    protected override int MostPieces => IsMultipart ? MostRanges : 1;

    protected override int LargestPiece => 4 << 20;

    protected override int MostBytes => 4 << 20;

    private bool IsMultipart => !Connections.Http.LacksMultipart(_url);

    protected override async Task FetchAsync(FetchRequest request, StallClock clock)
    {
        if (request.Pieces.Count > 1 && IsMultipart)
        {
            var missing = await FetchSomeAsync(request.Pieces, clock).ConfigureAwait(false);
            if (missing.Count == 0) return;
            Connections.Http.NoteLackOfMultipart(_url);
            await Task.WhenAll(missing.Select(piece => FetchSingleAsync(piece, clock))).ConfigureAwait(false);
            return;
        }
        await Task.WhenAll(request.Pieces.Select(piece => FetchSingleAsync(piece, clock))).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing) { }

    private async Task FetchSingleAsync(Piece piece, StallClock clock)
    {
        var missing = await FetchSomeAsync([piece], clock).ConfigureAwait(false);
        if (missing.Count > 0) throw new SourceException(Path, $"{_url.Authority} sent other bytes than asked for", isRetryable: true);
    }

    /// <summary>Asks for pieces and gives back those that the reply does not hold.</summary>
    private Task<List<Piece>> FetchSomeAsync(List<Piece> pieces, StallClock clock) => _exchange.AttemptAsync(clock, _url, async (progress, cancellation) =>
    {
        var bytes = 0L;
        var ranges = new RangeHeaderValue();
        foreach (var piece in pieces)
        {
            ranges.Ranges.Add(new RangeItemHeaderValue(piece.Offset, piece.End - 1));
            bytes += piece.Length;
        }
        var (reply, url) = await SendAsync(ranges, cancellation).ConfigureAwait(false);
        using (reply)
        {
            progress();
            Counters.AddRequest(reply.StatusCode == HttpStatusCode.PartialContent ? bytes : 0);
            if (reply.StatusCode == HttpStatusCode.PartialContent)
            {
                var body = await reply.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
                await using var disposal = body.ConfigureAwait(false);
                var scatter = new RangeScatter(pieces);
                var reader = new PartReader(body, Path, url, progress, cancellation);
                await reader.ReadAsync(reply, scatter, CheckTotal).ConfigureAwait(false);
                return scatter.Missing();
            }
            if (reply.StatusCode == HttpStatusCode.OK)
            {
                if (_identity.Difference(reply, reply.Content.Headers.ContentLength) is { } how) throw Replaced(how);
                return pieces.Count > 1 ? pieces : throw new SourceException(Path, $"{url.Authority} no longer sends parts of the file", isRetryable: true);
            }
            if (reply.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable && pieces.Count == 1) throw Replaced($"it had {Length} bytes, now fewer");
            if (reply.StatusCode == HttpStatusCode.PreconditionFailed) throw Replaced("its ETag is another one");
            if (pieces.Count > 1 && IsNoToSeveralRanges(reply.StatusCode)) return pieces;
            if (HttpExchange.PauseOf(reply) is { } pause) clock.Grant(pause < Options.LongestWait ? pause : Options.LongestWait);
            throw _exchange.ToError(reply, url);

            void CheckTotal(long? total)
            {
                if (_identity.Difference(reply, total) is { } how) throw Replaced(how);
            }
        }
    });

    /// <summary>Asks where the file was last; when permission there has run out, asks for the way again.</summary>
    private async Task<(HttpResponseMessage Reply, Uri Url)> SendAsync(RangeHeaderValue ranges, CancellationToken cancellation)
    {
        var last = Volatile.Read(ref _url);
        var (reply, url) = await _exchange.SendAsync(HttpMethod.Get, last, Prepare, cancellation).ConfigureAwait(false);
        if (reply.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Gone or HttpStatusCode.NotFound && last != _start)
        {
            reply.Dispose();
            (reply, url) = await _exchange.SendAsync(HttpMethod.Get, _start, Prepare, cancellation).ConfigureAwait(false);
        }
        if (reply.IsSuccessStatusCode) Volatile.Write(ref _url, url);
        return (reply, url);

        void Prepare(HttpRequestHeaders headers)
        {
            headers.Range = ranges;
            _identity.Demand(headers);
        }
    }

    /// <summary>Replies with which servers refuse many ranges at once.</summary>
    private static bool IsNoToSeveralRanges(HttpStatusCode code) => code is HttpStatusCode.BadRequest or HttpStatusCode.RequestedRangeNotSatisfiable
        or HttpStatusCode.RequestHeaderFieldsTooLarge or HttpStatusCode.InternalServerError or HttpStatusCode.NotImplemented;
}
