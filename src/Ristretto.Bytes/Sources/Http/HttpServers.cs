using System.Collections.Concurrent;
using System.Net;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>The connections to HTTP servers, kept alive between requests, and what was learnt about each server.</summary>
internal sealed class HttpServers : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _withoutMultipart = new(StringComparer.OrdinalIgnoreCase);

    internal HttpServers(Connections connections)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,                  // the range and the check for replaced files must survive each step
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            MaxConnectionsPerServer = connections.Options.ConnectionsPerServer,
            ConnectTimeout = connections.Options.AttemptTime,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            SslOptions = connections.Authorities.For(null),
        };
        Client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "ristretto");
    }

    internal HttpClient Client { get; }

    /// <summary>Whether the server was seen not to send several ranges in one reply.</summary>
    internal bool LacksMultipart(Uri url) => _withoutMultipart.ContainsKey(url.Authority);

    internal void NoteLackOfMultipart(Uri url) => _withoutMultipart[url.Authority] = true;

    public void Dispose() => Client.Dispose();
}
