using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>One connection to a server: any number of requests may be under way, matched to their replies by stream number.</summary>
internal sealed partial class XrdConnection : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Dictionary<ushort, XrdCall> _calls = [];
    private readonly TimeSpan _patience;
    private readonly Socket _socket;
    private readonly Timer _watch;
    private Stream _stream;
    private ushort _lastStream;
    private long _silentSince;
    private Exception? _broken;

    private XrdConnection(XrdEndpoint endpoint, Socket socket, TimeSpan patience)
    {
        (Endpoint, _socket, _patience) = (endpoint, socket, patience);
        _stream = new NetworkStream(socket, ownsSocket: true);
        var period = TimeSpan.FromMilliseconds(Math.Clamp(patience.TotalMilliseconds / 20, 5, 1000));
        _watch = new Timer(static state => ((XrdConnection)state!).Watch(), this, period, period);
    }

    /// <summary>The server.</summary>
    internal XrdEndpoint Endpoint { get; }

    /// <summary>What the server says of itself.</summary>
    internal XrdServerFlags Flags { get; private set; }

    /// <summary>Whether what passes is encrypted.</summary>
    internal bool IsEncrypted => _stream is SslStream;

    /// <summary>Whether it can no longer be used.</summary>
    internal bool IsBroken => Volatile.Read(ref _broken) is not null;

    /// <summary>Limits of vector reads on this server, once asked for.</summary>
    internal (int Elements, int Bytes)? VectorLimits { get; set; }

    /// <summary>Sends a request and waits for its final reply.</summary>
    /// <exception cref="SourceException">The connection broke or fell silent; worth a repetition.</exception>
    /// <exception cref="OperationCanceledException">Nobody wants the reply any more.</exception>
    internal async Task<XrdReply> SendAsync(XrdCall call, string path, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var stream = Register(call);
            await using var registration = cancellation.Register(() => call.Cancel(cancellation)).ConfigureAwait(false);
            await WriteAsync(call, stream, cancellation).ConfigureAwait(false);
            return await call.Reply.ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidDataException or TimeoutException)
        {
            throw new SourceException(path, $"the connection to {Endpoint} broke: {e.Message}", isRetryable: true, e);
        }
    }

    /// <summary>Sends a request whose reply nobody waits for.</summary>
    internal void Post(XrdCall call)
    {
        if (IsBroken) return;
        _ = SendAsync(call, "", CancellationToken.None).ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
    }

    public void Dispose() => Break(new ObjectDisposedException(nameof(XrdConnection), "it was closed"));

    private ushort Register(XrdCall call)
    {
        lock (_lock)
        {
            if (_broken is not null) throw new IOException(_broken.Message, _broken);
            if (_calls.Count == ushort.MaxValue - 1) throw new IOException("too many requests are under way");
            if (_calls.Count == 0) Volatile.Write(ref _silentSince, Stopwatch.GetTimestamp());
            do _lastStream = _lastStream == ushort.MaxValue ? (ushort)1 : (ushort)(_lastStream + 1);
            while (!_calls.TryAdd(_lastStream, call));
            return _lastStream;
        }
    }

    private async Task WriteAsync(XrdCall call, ushort stream, CancellationToken cancellation)
    {
        using var buffer = PooledBuffer.Rent(call.Length);
        call.Write(buffer.Span, stream);
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _stream.WriteAsync(buffer.Memory, CancellationToken.None).ConfigureAwait(false);      // half a request would break the connection: only its end ends this
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            Break(e);
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Ends the connection when a reply is due and nothing has come for too long.</summary>
    private void Watch()
    {
        var now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            if (_broken is not null || _calls.Count == 0 || _calls.Values.All(call => call.NotBefore > now)) return;
            var announced = _calls.Values.Select(call => call.NotBefore).Where(time => time <= now).Max();
            if (Stopwatch.GetElapsedTime(Math.Max(announced, Volatile.Read(ref _silentSince)), now) < _patience) return;
        }
        Break(new TimeoutException(FormattableString.Invariant($"it was silent for {_patience.TotalSeconds:0.###} s")));
    }

    private void Break(Exception error)
    {
        XrdCall[] calls;
        lock (_lock)
        {
            if (_broken is not null) return;
            Volatile.Write(ref _broken, error);
            calls = [.. _calls.Values];
            _calls.Clear();
        }
        _watch.Dispose();
        _stream.Dispose();
        _socket.Dispose();
        foreach (var call in calls) call.Fail(new IOException(error.Message, error));
    }
}
