using System.Net;
using System.Net.Http.Headers;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>Opens a file on an HTTP server by asking for its first bytes: that tells the length and whether parts can be had, and no HEAD is needed,
/// which signed addresses refuse. A server that sends no parts makes us fetch the file as a whole.</summary>
internal sealed class HttpOpening(Connections connections, string path)
{
    private const int ChunkSize = 1 << 20;

    private readonly HttpExchange _exchange = new(connections, path);

    /// <exception cref="SourceException">It cannot be opened.</exception>
    internal static Task<ByteSource> OpenAsync(Connections connections, string path, CancellationToken cancellation)
    {
        var opening = new HttpOpening(connections, path);
        var url = HttpAddress.Parse(path);
        return Persistence.RunAsync(path, connections.Options, clock => opening._exchange.AttemptAsync(clock, url,
            (progress, token) => opening.TryAsync(url, clock, progress, token)), null, cancellation);
    }

    private async Task<ByteSource> TryAsync(Uri start, StallClock clock, Action progress, CancellationToken cancellation)
    {
        var (reply, url) = await _exchange.SendAsync(HttpMethod.Get, start, static headers => headers.Range = new RangeHeaderValue(0, HttpSource.FirstBytes - 1), cancellation).ConfigureAwait(false);
        using (reply)
        {
            progress();
            switch (reply.StatusCode)
            {
                case HttpStatusCode.PartialContent: return await OpenPartsAsync(reply, start, url, progress, cancellation).ConfigureAwait(false);
                case HttpStatusCode.OK: return await DownloadAsync(reply, url, progress, cancellation).ConfigureAwait(false);
                case HttpStatusCode.RequestedRangeNotSatisfiable: throw new SourceException(path, "the file is empty");
                default:
                    if (HttpExchange.PauseOf(reply) is { } pause) clock.Grant(pause < connections.Options.LongestWait ? pause : connections.Options.LongestWait);
                    throw _exchange.ToError(reply, url);
            }
        }
    }

    private async Task<ByteSource> OpenPartsAsync(HttpResponseMessage reply, Uri start, Uri url, Action progress, CancellationToken cancellation)
    {
        var range = reply.Content.Headers.ContentRange;
        if (range is null || range.From != 0 || range.To is not { } last || last >= HttpSource.FirstBytes) throw new SourceException(path, $"{url.Authority} sends other bytes than asked for");
        var length = range.Length ?? await AskLengthAsync(url, cancellation).ConfigureAwait(false);
        if (length <= 0 || last >= length) throw new SourceException(path, $"{url.Authority} says that byte {last} is one of {length}");
        var head = new byte[last + 1];
        var body = await reply.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            if (await _exchange.FillAsync(body, head, url, progress, cancellation).ConfigureAwait(false) < head.Length)
                throw new SourceException(path, $"{url.Authority} sent only a part of what was asked for", isRetryable: true);
        }
        return new HttpSource(path, connections, start, url, HttpIdentity.Of(reply, length), head);
    }

    /// <summary>The length from HEAD, for servers whose Content-Range keeps it to itself.</summary>
    private async Task<long> AskLengthAsync(Uri url, CancellationToken cancellation)
    {
        var (reply, _) = await _exchange.SendAsync(HttpMethod.Head, url, static _ => { }, cancellation).ConfigureAwait(false);
        using (reply)
        {
            return reply.IsSuccessStatusCode && reply.Content.Headers.ContentLength is { } length
                ? length
                : throw new SourceException(path, $"{url.Authority} does not say how long the file is");
        }
    }

    private async Task<ByteSource> DownloadAsync(HttpResponseMessage reply, Uri url, Action progress, CancellationToken cancellation)
    {
        if (reply.Content.Headers.ContentType?.MediaType is "text/html") throw new SourceException(path, "is a web page, not a ROOT file; perhaps a login is asked for");
        var most = connections.Options.LargestDownload;
        var announced = reply.Content.Headers.ContentLength;
        if (announced > most) throw TooLarge(url, $"{announced} bytes");
        var folder = Directory.CreateTempSubdirectory("ristretto-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.root");
            var length = await SaveAsync(reply, url, copy, most, progress, cancellation).ConfigureAwait(false);
            if (announced is { } whole && length < whole) throw new SourceException(path, $"{url.Authority} sent {length} bytes of {whole}", isRetryable: true);
            if (length == 0) throw new SourceException(path, "the file is empty");
            var source = new DownloadedSource(path, LocalFileSource.Open(copy), folder);
            source.Counters.AddRequest(length);
            return source;
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    private async Task<long> SaveAsync(HttpResponseMessage reply, Uri url, string copy, long most, Action progress, CancellationToken cancellation)
    {
        var body = await reply.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var disposal = body.ConfigureAwait(false);
        using var buffer = PooledBuffer.Rent(ChunkSize);
        try
        {
            using var file = File.OpenHandle(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
            for (var length = 0L; ;)
            {
                var count = await _exchange.FillAsync(body, buffer.Memory, url, progress, cancellation).ConfigureAwait(false);
                if (count == 0) return length;
                if (length + count > most) throw TooLarge(url, $"more than {most} bytes");
                await RandomAccess.WriteAsync(file, buffer.Memory[..count], length, cancellation).ConfigureAwait(false);
                length += count;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, $"the copy in the temporary folder could not be written: {e.Message}", innerException: e);
        }
    }

    private SourceException TooLarge(Uri url, string size) => new(path,
        $"{url.Authority} cannot send parts of a file, and as a whole it is too large ({size}, at most {connections.Options.LargestDownload}); copy it and give its local path");
}
