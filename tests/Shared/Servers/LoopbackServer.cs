using System.Net;
using System.Net.Sockets;

namespace Ristretto.Tests.Shared.Servers;

/// <summary>A server inside the test program that serves each connection on a thread of its own.</summary>
internal abstract class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private int _connections;

    protected LoopbackServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    internal int Port { get; }

    /// <summary>Connections accepted so far.</summary>
    internal int Connections => Volatile.Read(ref _connections);

    /// <summary>Speaks with one client until it goes; the connection is closed afterwards.</summary>
    protected abstract void Serve(NetworkStream stream);

    /// <summary>To be called when the derived server is ready.</summary>
    protected void Start() => new Thread(Accept) { IsBackground = true, Name = "test server" }.Start();

    public void Dispose()
    {
        _listener.Dispose();
        lock (_sockets) _sockets.ForEach(static socket => socket.Dispose());
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                Interlocked.Increment(ref _connections);
                lock (_sockets) _sockets.Add(socket);
                new Thread(() => Serve(socket)) { IsBackground = true, Name = "test connection" }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // closed
        }
    }

    private void Serve(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            using var stream = new NetworkStream(socket, ownsSocket: true);
            Serve(stream);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            // the client has gone
        }
    }
}
