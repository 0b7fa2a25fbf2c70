using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>Where a reply of kind kXR_redirect sends us: <c>port</c>, then <c>host[?opaque[?token]]</c>, or a whole address when the port is negative.</summary>
internal static class XrdRedirect
{
    /// <exception cref="SourceException">The reply makes no sense, or leads from an encrypted connection to another kind of address.</exception>
    internal static (XrdEndpoint Endpoint, string Cgi) Follow(XrdReply reply, XrdEndpoint from, string path)
    {
        var (port, text) = (reply.Number, reply.TextBehindNumber);
        if (port < 0)
        {
            if (!SourceAddress.IsXrootd(SourceAddress.SchemeOf(text))) throw new SourceException(path, $"{from} sends us to {text}, which is no XRootD server");
            var address = XrdAddress.Parse(text.Contains('/', StringComparison.Ordinal) && text.LastIndexOf('/') > text.IndexOf("://", StringComparison.Ordinal) + 2 ? text : text + "//");
            return (address.Endpoint with { NeedsTls = address.Endpoint.NeedsTls || from.NeedsTls }, address.Cgi);
        }
        var parts = text.Split('?', 3);
        if (!XrdAddress.TrySplitPort(parts[0], out var host, out _) || port > 65535) throw new SourceException(path, $"{from} sends us to \"{text}\", port {port}");
        return (new XrdEndpoint(host, port == 0 ? XrdAddress.DefaultPort : port, from.NeedsTls), parts.Length > 1 ? parts[1] : "");
    }
}
