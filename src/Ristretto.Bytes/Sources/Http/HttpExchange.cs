using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>Sends requests, follows redirections, and turns what goes wrong into errors of ours.</summary>
internal sealed class HttpExchange(Connections connections, string path)
{
    private const int MostRedirects = 10;

    /// <summary>Sends a request and gives the reply's head; the body is still to be read. Redirections are followed.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="url">Where to start.</param>
    /// <param name="prepare">Adds headers.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The reply and the address that gave it.</returns>
    /// <exception cref="SourceException">There was no reply, or the redirections do not end.</exception>
    internal async Task<(HttpResponseMessage Reply, Uri Url)> SendAsync(HttpMethod method, Uri url, Action<HttpRequestHeaders> prepare, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (!seen.Add(url.AbsoluteUri)) throw new SourceException(path, $"the server sends us round in a circle, to {url.Host} again");
            HttpResponseMessage reply;
            try
            {
                using var request = new HttpRequestMessage(method, url);
                prepare(request.Headers);
                reply = await connections.Http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            }
            catch (HttpRequestException e)
            {
                throw ToError(url, e);
            }
            catch (IOException e)
            {
                throw new SourceException(path, $"the connection to {url.Authority} broke: {e.Message}", isRetryable: true, e);
            }
            if (reply.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return (reply, url);
            var location = reply.Headers.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null;
            reply.Dispose();
            url = HttpAddress.Follow(url, location) ?? throw new SourceException(path, $"{url.Authority} sends us to {location ?? "nowhere"}, which is not followed");
        }
        throw new SourceException(path, $"{url.Authority} sent us on {MostRedirects} times without an end");
    }

    /// <summary>The error for a reply that is none of those hoped for.</summary>
    internal SourceException ToError(HttpResponseMessage reply, Uri url)
    {
        var code = (int)reply.StatusCode;
        var said = string.IsNullOrEmpty(reply.ReasonPhrase) ? "" : $" {reply.ReasonPhrase}";
        return code switch
        {
            401 or 403 => new SourceException(path, $"{url.Authority} gives no permission to read it ({code}{said}); a signed address works, tokens and grid certificates are not built"),
            404 or 410 => new SourceException(path, $"no such file on {url.Authority} ({code}{said})"),
            408 or 425 or 429 or >= 500 and not 501 and not 505 => new SourceException(path, $"{url.Authority} answers {code}{said}", isRetryable: true),
            _ => new SourceException(path, $"{url.Authority} answers {code}{said}"),
        };
    }

    /// <summary>The pause that a busy server asks for; null when it names none.</summary>
    internal static TimeSpan? PauseOf(HttpResponseMessage reply) => reply.Headers.RetryAfter?.Delta;

    /// <summary>Fills a destination from a body, noting each step on the clock.</summary>
    /// <returns>The number of bytes, less than wanted when the body ends before.</returns>
    internal async Task<int> FillAsync(Stream body, Memory<byte> destination, Uri url, Action progress, CancellationToken cancellation)
    {
        try
        {
            var filled = 0;
            while (filled < destination.Length)
            {
                var count = await body.ReadAsync(destination[filled..], cancellation).ConfigureAwait(false);
                if (count == 0) break;
                progress();
                filled += count;
            }
            return filled;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw Broken(url, e);
        }
    }

    internal SourceException Broken(Uri url, Exception e) => new(path, $"the connection to {url.Authority} broke: {e.Message}", isRetryable: true, e);

    /// <summary>Runs one attempt, which ends in an error worth a repetition when nothing of it has arrived for as long as one connection may be silent.</summary>
    internal async Task<T> AttemptAsync<T>(StallClock whole, Uri url, Func<Action, CancellationToken, Task<T>> attempt)
    {
        using var clock = new StallClock(connections.Options.AttemptTime, whole.Token);
        try
        {
            return await attempt(Progress, clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!whole.Token.IsCancellationRequested)
        {
            var seconds = connections.Options.AttemptTime.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            throw new SourceException(path, $"{url.Authority} was silent for {seconds} s", isRetryable: true, e);
        }

        void Progress()
        {
            clock.Note();
            whole.Note();
        }
    }

    private SourceException ToError(Uri url, HttpRequestException e)
    {
        if (e.InnerException is AuthenticationException bad)
            return new SourceException(path, $"the certificate of {url.Authority} is not trusted: {bad.Message} (--certificates names whom to trust)", innerException: e);
        return e.HttpRequestError == HttpRequestError.NameResolutionError
            ? new SourceException(path, $"there is no host {url.Host}; look for a typing error in the address, or for a network that is down", innerException: e)
            : new SourceException(path, $"no connection to {url.Authority}: {e.Message}; is it the right port, and is a server running there?", isRetryable: true, e);
    }
}
