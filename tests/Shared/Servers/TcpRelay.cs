using System.Net;
using System.Net.Sockets;

namespace Ristretto.Tests.Shared.Servers;

/// <summary>Passes connections on to another port, counts them and the bytes that come back, and can cut them all.</summary>
internal sealed class TcpRelay : LoopbackServer
{
    private readonly int _target;
    private readonly List<Socket> _outward = [];
    private long _bytesBack;

    internal TcpRelay(int target)
    {
        _target = target;
        Start();
    }

    /// <summary>Bytes that the server behind has sent.</summary>
    internal long BytesBack => Interlocked.Read(ref _bytesBack);

    /// <summary>Ends all connections that exist now.</summary>
    internal void Cut()
    {
        lock (_outward)
        {
            _outward.ForEach(static socket => socket.Dispose());
            _outward.Clear();
        }
    }

    protected override void Serve(NetworkStream stream)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, _target);
        lock (_outward) _outward.Add(socket);
        using var outward = new NetworkStream(socket, ownsSocket: true);
        var back = new Thread(() => Pump(outward, stream, count => Interlocked.Add(ref _bytesBack, count))) { IsBackground = true };
        back.Start();
        Pump(stream, outward, static _ => { });
        back.Join();
    }

    private static void Pump(NetworkStream from, NetworkStream to, Action<int> count)
    {
        var buffer = new byte[65536];
        try
        {
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                count(read);
                to.Write(buffer, 0, read);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // one end has gone
        }
        from.Dispose();
        to.Dispose();
    }
}
