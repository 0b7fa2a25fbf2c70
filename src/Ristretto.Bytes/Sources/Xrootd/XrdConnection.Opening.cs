using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <content>Making a connection: handshake, protocol, TLS, login, authentication.</content>
internal sealed partial class XrdConnection
{
    private const int ProtocolVersion = 0x520;
    private const byte WantsTls = 4, KnowsTls = 2, ExpectsLogin = 3;
    private const byte FullUrls = 1, ReadsRedirects = 4, KnowsIPv6 = 8, RedirectFlags = 128;
    private const byte Version5 = 5, KnowsLateReplies = 128;
    private const int LargestPreamble = 64 * 1024;

    /// <summary>Connects and logs in; gives up when that takes longer than one connection may be silent.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="path">The file it is for, for errors.</param>
    /// <param name="user">The name to log in with.</param>
    /// <param name="connections">Options and authorities.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SourceException">No connection, no encryption where it is wanted, or no authentication that both sides know.</exception>
    internal static async Task<XrdConnection> OpenAsync(XrdEndpoint endpoint, string path, string user, Connections connections, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(connections.Options.AttemptTime);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        XrdConnection? connection = null;
        try
        {
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, limit.Token).ConfigureAwait(false);
            connection = new XrdConnection(endpoint, socket, connections.Options.AttemptTime);
            await connection.GreetAsync(connections, path, limit.Token).ConfigureAwait(false);
            _ = connection.ReceiveAsync();
            await connection.LogInAsync(connections, path, user, limit.Token).ConfigureAwait(false);
            return connection;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            socket.Dispose();
            throw e switch
            {
                SourceException or OperationCanceledException when cancellation.IsCancellationRequested => e,
                OperationCanceledException => new SourceException(path, $"{endpoint} does not answer", isRetryable: true, e),
                SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => new SourceException(path, $"there is no host {endpoint.Host}; look for a typing error in the address, or for a network that is down", innerException: e),
                SocketException => new SourceException(path, $"no connection to {endpoint}: {e.Message}; is it the right port, and is a server running there?", isRetryable: true, e),
                AuthenticationException => new SourceException(path, $"the certificate of {endpoint} is not trusted: {e.Message} (--certificates names whom to trust)", innerException: e),
                IOException or ObjectDisposedException or InvalidDataException => new SourceException(path, $"the connection to {endpoint} broke: {e.Message}", isRetryable: true, e),
                _ => e,
            };
        }
    }

    private async Task GreetAsync(Connections connections, string path, CancellationToken cancellation)
    {
        var greeting = new byte[20 + 24];
        BinaryPrimitives.WriteInt32BigEndian(greeting.AsSpan(12), 4);
        BinaryPrimitives.WriteInt32BigEndian(greeting.AsSpan(16), 2012);
        var parameters = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(parameters, ProtocolVersion);
        parameters[4] = (byte)(KnowsTls | (Endpoint.NeedsTls ? WantsTls : 0));
        parameters[5] = ExpectsLogin;
        new XrdCall(XrdRequestId.Protocol, parameters, "").Write(greeting.AsSpan(20), 1);
        await _stream.WriteAsync(greeting, cancellation).ConfigureAwait(false);

        _ = await ReadPreambleAsync(path, cancellation).ConfigureAwait(false);
        var protocol = await ReadPreambleAsync(path, cancellation).ConfigureAwait(false);
        if (protocol.Length < 8) throw new SourceException(path, $"{Endpoint} does not speak the XRootD protocol");
        Flags = (XrdServerFlags)BinaryPrimitives.ReadUInt32BigEndian(protocol.AsSpan(4));
        if (Flags.HasFlag(XrdServerFlags.GoToTls))
        {
            var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
            _stream = encrypted;
            await encrypted.AuthenticateAsClientAsync(connections.Authorities.For(Endpoint.Host), cancellation).ConfigureAwait(false);
        }
        else if (Endpoint.NeedsTls)
        {
            throw new SourceException(path, $"{Endpoint} offers no encrypted connections; write root:// for roots:// if that will do");
        }
    }

    /// <summary>A reply that comes before the loop that receives runs.</summary>
    private async Task<byte[]> ReadPreambleAsync(string path, CancellationToken cancellation)
    {
        var head = new byte[HeaderSize];
        await _stream.ReadExactlyAsync(head, cancellation).ConfigureAwait(false);
        var (status, length) = ((XrdStatus)BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)));
        if (length is < 0 or > LargestPreamble) throw new SourceException(path, $"{Endpoint} does not speak the XRootD protocol");
        var data = new byte[length];
        await _stream.ReadExactlyAsync(data, cancellation).ConfigureAwait(false);
        if (status == XrdStatus.Error) throw new XrdReply(status, data).ToError(path, Endpoint.ToString());
        if (status != XrdStatus.Ok) throw new SourceException(path, $"{Endpoint} does not speak the XRootD protocol");
        return data;
    }

    private async Task LogInAsync(Connections connections, string path, string user, CancellationToken cancellation)
    {
        var parameters = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(parameters, Environment.ProcessId);
        Encoding.ASCII.GetBytes(user.AsSpan(0, Math.Min(8, user.Length)), parameters.AsSpan(4, 8));
        parameters[13] = FullUrls | ReadsRedirects | KnowsIPv6 | RedirectFlags;
        parameters[14] = Version5 | KnowsLateReplies;
        var reply = await SendAsync(new XrdCall(XrdRequestId.Login, parameters, "xrd.appname=ristretto"), path, cancellation).ConfigureAwait(false);
        if (reply.Status == XrdStatus.Error) throw reply.ToError(path, Endpoint.ToString());
        if (reply.Status != XrdStatus.Ok || reply.Data.Length < 16) throw new SourceException(path, $"{Endpoint} refuses the login");
        var offers = new XrdReply(XrdStatus.Ok, reply.Data[16..]).Text;
        if (offers.Length == 0) return;
        foreach (var (name, credentials) in XrdAuthentication.Choose(offers, Endpoint, path, user, connections.Options, (System.Net.IPEndPoint)_socket.LocalEndPoint!))
        {
            var type = new byte[16];
            Encoding.ASCII.GetBytes(name, type.AsSpan(12));
            reply = await SendAsync(new XrdCall(XrdRequestId.Auth, type, credentials), path, cancellation).ConfigureAwait(false);
            if (reply.Status == XrdStatus.Ok) return;
        }
        throw new SourceException(path, $"{Endpoint} does not accept who we are: {(reply.Status == XrdStatus.Error ? reply.TextBehindNumber : "it asks for more than we know")}");
    }
}
