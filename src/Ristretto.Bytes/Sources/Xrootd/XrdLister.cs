using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Listings;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>Lists folders of XRootD servers; those of a manager from all of its data servers.</summary>
internal sealed class XrdLister(Connections connections, string server, string query, string pattern) : IFolderLister
{
    private const byte WithState = 2;
    private const int MostServers = 1024;
    private const int MostRedirects = 16;

    public IReadOnlyList<FolderEntry>? List(string folder) => Blocking.Wait(Persistence.RunAsync(pattern, connections.Options, clock => ListAsync(folder, clock), null, connections.Cancellation));

    private async Task<IReadOnlyList<FolderEntry>?> ListAsync(string folder, StallClock clock)
    {
        var address = XrdAddress.Parse($"{server}/{folder.TrimStart('/')}{query}");
        var connection = await connections.Xrootd.GetAsync(address.Endpoint, address.User, pattern, clock.Token).ConfigureAwait(false);
        if (!connection.Flags.HasFlag(XrdServerFlags.Manager)) return await ListAtAsync(connection, address, clock).ConfigureAwait(false);
        HashSet<FolderEntry>? all = null;
        SourceException? failure = null;
        foreach (var endpoint in await LocateAsync(connection, address, clock).ConfigureAwait(false))
        {
            try
            {
                var there = await connections.Xrootd.GetAsync(endpoint, address.User, pattern, clock.Token).ConfigureAwait(false);
                if (await ListAtAsync(there, address, clock).ConfigureAwait(false) is { } entries) (all ??= []).UnionWith(entries);
            }
            catch (SourceException e)
            {
                failure = e;
            }
        }
        // a list without the files of a server that is away would silently be another data set
        if (failure is not null) throw failure;
        return all is null ? null : [.. all];
    }

    private async Task<List<FolderEntry>?> ListAtAsync(XrdConnection connection, XrdAddress address, StallClock clock)
    {
        var parameters = new byte[16];
        parameters[15] = WithState;
        var cgi = "";
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var separator = address.Cgi.Length > 0 && cgi.Length > 0 ? "&" : "";
            var text = address.Cgi.Length + cgi.Length > 0 ? $"{address.Path}?{address.Cgi}{separator}{cgi}" : address.Path;
            var reply = await connections.Xrootd.TryAskAsync(connection, () => new XrdCall(XrdRequestId.DirectoryList, parameters, text, clock: clock), pattern, clock).ConfigureAwait(false);
            switch (reply.Status)
            {
                case XrdStatus.Ok: return Parse(reply.Text);
                case XrdStatus.Error when reply.ErrorNumber is XrdErrorNumber.NotFound or XrdErrorNumber.NotFile: return null;
                case XrdStatus.Error: throw reply.ToError(pattern, connection.Endpoint.ToString());
                default:
                    (var endpoint, cgi) = XrdRedirect.Follow(reply, connection.Endpoint, pattern);
                    connection = await connections.Xrootd.GetAsync(endpoint, address.User, pattern, clock.Token).ConfigureAwait(false);
                    break;
            }
        }
        throw new SourceException(pattern, $"{address.Endpoint} sent us on {MostRedirects} times without an end");
    }

    /// <summary>The data servers below a manager that have the folder.</summary>
    private async Task<HashSet<XrdEndpoint>> LocateAsync(XrdConnection connection, XrdAddress address, StallClock clock)
    {
        HashSet<XrdEndpoint> servers = [];
        Queue<XrdConnection> managers = new([connection]);
        HashSet<XrdEndpoint> asked = [connection.Endpoint];
        while (managers.TryDequeue(out var manager))
        {
            // an asterisk before the path asks for all servers that export it
            var reply = await connections.Xrootd.TryAskAsync(manager, () => new XrdCall(XrdRequestId.Locate, new byte[16], "*" + address.Path, clock: clock), pattern, clock).ConfigureAwait(false);
            if (reply.Status == XrdStatus.Error && reply.ErrorNumber == XrdErrorNumber.NotFound) continue;
            if (reply.Status != XrdStatus.Ok) throw reply.Status == XrdStatus.Error ? reply.ToError(pattern, manager.Endpoint.ToString()) : new SourceException(pattern, $"{manager.Endpoint} does not say where the folder is");
            foreach (var word in reply.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length < 3 || !XrdAddress.TrySplitPort(Plain(word[2..]), out var host, out var port)) continue;
                var endpoint = new XrdEndpoint(host, port, address.Endpoint.NeedsTls);
                if (word[0] is 'S' or 's') servers.Add(endpoint);
                else if (word[0] is 'M' or 'm' && asked.Add(endpoint)) managers.Enqueue(await connections.Xrootd.GetAsync(endpoint, address.User, pattern, clock.Token).ConfigureAwait(false));
                if (servers.Count + asked.Count > MostServers) throw new SourceException(pattern, $"the folder is on more than {MostServers} servers");
            }
        }
        return servers;
    }

    /// <summary><c>[::127.0.0.1]:1094</c>, an IPv4 address in IPv6 dress, as <c>127.0.0.1:1094</c>.</summary>
    private static string Plain(string endpoint)
    {
        foreach (var dress in (string[])["[::ffff:", "[::"])
        {
            var close = endpoint.IndexOf(']', StringComparison.Ordinal);
            if (endpoint.StartsWith(dress, StringComparison.OrdinalIgnoreCase) && close > 0 && endpoint.AsSpan(0, close).Contains('.'))
                return endpoint[dress.Length..close] + endpoint[(close + 1)..];
        }
        return endpoint;
    }

    /// <summary>Names and states in turn, one a line; the first pair, <c>.</c> and zeros, says that states come.</summary>
    private static List<FolderEntry> Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<FolderEntry> entries = [];
        var withStates = lines.Length > 1 && lines[0] == ".";
        for (var i = withStates ? 2 : 0; i < lines.Length; i += withStates ? 2 : 1)
        {
            var isFolder = withStates && i + 1 < lines.Length && XrdFileState.TryParse(lines[i + 1], out var state) && state.Flags.HasFlag(XrdFileFlags.Directory);
            entries.Add(new FolderEntry(lines[i], isFolder));
        }
        return entries;
    }
}
