using System.Collections.Concurrent;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>One connection to each server, which all files share; a broken one is replaced.</summary>
internal sealed class XrdServers(Connections connections) : IDisposable
{
    private readonly ConcurrentDictionary<(XrdEndpoint Endpoint, string User), Slot> _slots = new();
    private bool _isDisposed;

    /// <summary>Connections made so far.</summary>
    internal int Made => _slots.Values.Sum(slot => slot.Made);

    /// <summary>The connection to a server.</summary>
    /// <exception cref="SourceException">There is none to be had.</exception>
    internal async Task<XrdConnection> GetAsync(XrdEndpoint endpoint, string? user, string path, CancellationToken cancellation)
    {
        var name = user ?? connections.Options.User;
        var slot = _slots.GetOrAdd((endpoint, name), static _ => new Slot());
        await slot.Turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, connections);
            if (slot.Connection is { IsBroken: false } live) return live;
            slot.Connection = await XrdConnection.OpenAsync(endpoint, path, name, connections, cancellation).ConfigureAwait(false);
            slot.Made++;
            return slot.Connection;
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    /// <summary>Sends a request and, as often as the server asks to wait, sends it again.</summary>
    /// <returns>A reply of kind ok or redirect.</returns>
    /// <exception cref="SourceException">The server reports an error, the connection broke, or the server wants too long a wait.</exception>
    internal async Task<XrdReply> AskAsync(XrdConnection connection, Func<XrdCall> call, string path, StallClock clock)
    {
        var reply = await TryAskAsync(connection, call, path, clock).ConfigureAwait(false);
        return reply.Status == XrdStatus.Error ? throw reply.ToError(path, connection.Endpoint.ToString()) : reply;
    }

    /// <summary>As <see cref="AskAsync"/>, but an error is a reply.</summary>
    internal async Task<XrdReply> TryAskAsync(XrdConnection connection, Func<XrdCall> call, string path, StallClock clock)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            var reply = await connection.SendAsync(call(), path, clock.Token).ConfigureAwait(false);
            if (reply.Status is XrdStatus.Ok or XrdStatus.Redirect or XrdStatus.Error) return reply;
            if (reply.Status != XrdStatus.Wait) throw new SourceException(path, $"{connection.Endpoint} sent a reply of unknown kind {(int)reply.Status}");
            var wait = TimeSpan.FromSeconds(Math.Max(1, reply.Number));
            waited += wait;
            if (waited > connections.Options.LongestWait)
            {
                var text = reply.TextBehindNumber;
                throw new SourceException(path, $"{connection.Endpoint} asks to wait for more than {connections.Options.LongestWait.TotalSeconds:F0} s{(text.Length > 0 ? $": {text}" : "")}");
            }
            clock.Grant(wait);
            await Task.Delay(wait, clock.Token).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var slot in _slots.Values) slot.Connection?.Dispose();
    }

    private sealed class Slot
    {
        internal SemaphoreSlim Turn { get; } = new(1);

        internal XrdConnection? Connection { get; set; }

        internal int Made { get; set; }
    }
}
