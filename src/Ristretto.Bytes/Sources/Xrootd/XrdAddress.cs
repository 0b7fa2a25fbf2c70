using System.Globalization;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>A server.</summary>
/// <param name="Host">Name or address; IPv6 without brackets.</param>
/// <param name="Port">Port.</param>
/// <param name="NeedsTls">Whether the connection has to be encrypted.</param>
internal readonly record struct XrdEndpoint(string Host, int Port, bool NeedsTls)
{
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}

/// <summary>A file or folder on a server: <c>root://[user@]host[:port]//path[?cgi]</c>; <c>roots</c> asks for TLS.</summary>
/// <param name="Endpoint">The server.</param>
/// <param name="User">The user named in the address; null when there is none.</param>
/// <param name="Path">The absolute path.</param>
/// <param name="Cgi">What stands behind <c>?</c>; empty when nothing does.</param>
internal sealed record XrdAddress(XrdEndpoint Endpoint, string? User, string Path, string Cgi)
{
    internal const int DefaultPort = 1094;

    /// <exception cref="SourceException">The address has no host or path, or its port is no number.</exception>
    internal static XrdAddress Parse(string address)
    {
        var scheme = SourceAddress.SchemeOf(address);
        var rest = address.AsSpan(scheme.Length + 3);
        var slash = rest.IndexOf('/');
        if (slash <= 0 || slash == rest.Length - 1) throw Wrong("it needs a host and a path");
        var server = rest[..slash];
        var path = rest[(slash + 1)..];
        string? user = null;
        if (server.LastIndexOf('@') is >= 0 and var at)
        {
            user = server[..at].ToString();
            server = server[(at + 1)..];
        }
        if (!TrySplitPort(server, out var host, out var port)) throw Wrong($"\"{server}\" is no host:port");
        var question = path.IndexOf('?');
        var cgi = question < 0 ? "" : path[(question + 1)..].ToString();
        if (question >= 0) path = path[..question];
        return new XrdAddress(new XrdEndpoint(host, port, scheme is "roots" or "xroots"), user, "/" + path.TrimStart('/').ToString(), cgi);

        SourceException Wrong(string reason) => new(address, $"{reason}; an address reads {scheme}://host[:port]//path/file.root");
    }

    /// <summary>Splits <c>host</c>, <c>host:port</c>, <c>[::1]:port</c>.</summary>
    internal static bool TrySplitPort(ReadOnlySpan<char> server, out string host, out int port)
    {
        port = DefaultPort;
        var bracket = server.LastIndexOf(']');
        var colon = server[(bracket + 1)..].LastIndexOf(':');
        var name = colon < 0 ? server : server[..(bracket + 1 + colon)];
        host = name.Trim("[]").ToString();
        if (host.Length == 0) return false;
        return colon < 0 || (int.TryParse(server[(bracket + 2 + colon)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536);
    }
}
