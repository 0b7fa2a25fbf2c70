using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>A file that is open on a server.</summary>
/// <param name="Connection">The connection on which it is open; without it the handle is worth nothing.</param>
/// <param name="Handle">The server's name for it, 4 bytes.</param>
/// <param name="State">Size, time, flags.</param>
internal sealed record XrdOpenFile(XrdConnection Connection, byte[] Handle, XrdFileState State);

/// <summary>What kXR_stat says: <c>id size flags mtime …</c>.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Flags">Folder, on tape, …</param>
/// <param name="Modified">Seconds since 1970.</param>
internal readonly record struct XrdFileState(long Size, XrdFileFlags Flags, long Modified)
{
    internal static bool TryParse(string text, out XrdFileState state)
    {
        state = default;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4 || !Number(words[1], out var size) || !Number(words[2], out var flags) || !Number(words[3], out var modified) || size < 0) return false;
        state = new XrdFileState(size, (XrdFileFlags)(flags & 0xFFFF), modified);
        return true;

        static bool Number(string word, out long value) => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}

/// <summary>Opens a file, going where the server sends us and back to it when that other server fails.</summary>
internal sealed class XrdOpening(Connections connections, XrdAddress address, string path)
{
    private const int MostRedirects = 16;
    private const ushort ReadWithState = 0x0010 | 0x0400 | 0x0040;      // kXR_open_read, kXR_retstat, kXR_async

    private readonly List<string> _tried = [];
    private string _reasons = "";

    /// <summary>The server that was last found to fail is not to be asked again.</summary>
    internal void Avoid(XrdEndpoint endpoint, string reason)
    {
        if (endpoint.Host == address.Endpoint.Host && endpoint.Port == address.Endpoint.Port) return;
        _tried.Add(endpoint.ToString());
        _reasons = _reasons.Length == 0 ? reason : $"{_reasons},{reason}";
    }

    /// <summary>Forgets which servers failed.</summary>
    internal void ForgiveAll()
    {
        _tried.Clear();
        _reasons = "";
    }

    /// <exception cref="SourceException">It cannot be opened.</exception>
    internal async Task<XrdOpenFile> OpenAsync(StallClock clock)
    {
        var endpoint = address.Endpoint;
        var cgi = "";
        SourceException? failure = null;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var atHome = endpoint == address.Endpoint;
            try
            {
                var connection = await connections.Xrootd.GetAsync(endpoint, address.User, path, clock.Token).ConfigureAwait(false);
                var request = Text(atHome, cgi);
                var reply = await connections.Xrootd.AskAsync(connection, () => new XrdCall(XrdRequestId.Open, Parameters(), request, clock: clock), path, clock).ConfigureAwait(false);
                if (reply.Status == XrdStatus.Ok)
                {
                    clock.Note();
                    return Decode(connection, reply);
                }
                (endpoint, cgi) = XrdRedirect.Follow(reply, endpoint, path);
            }
            catch (SourceException e) when (!atHome)
            {
                // a data server that has not got the file, or does not answer: its manager may know another one
                failure = e;
                Avoid(endpoint, e.IsRetryable ? "ioerr" : "enoent");
                (endpoint, cgi) = (address.Endpoint, "");
            }
            catch (SourceException) when (failure is not null)
            {
                // nobody else has it either: the first reason is the one that helps; from the start next time
                ForgiveAll();
                throw failure;
            }
        }
        ForgiveAll();
        throw failure ?? new SourceException(path, $"{address.Endpoint} sent us on {MostRedirects} times without an end");
    }

    private string Text(bool atHome, string cgi)
    {
        var text = new StringBuilder(address.Path);
        var separator = '?';
        Append(address.Cgi);
        Append(cgi);
        if (atHome && _tried.Count > 0) Append($"tried={string.Join(',', _tried)}&triedrc={_reasons}");
        return text.ToString();

        void Append(string part)
        {
            if (part.Length == 0) return;
            text.Append(separator).Append(part);
            separator = '&';
        }
    }

    private static byte[] Parameters()
    {
        var parameters = new byte[16];
        BinaryPrimitives.WriteUInt16BigEndian(parameters.AsSpan(2), ReadWithState);
        return parameters;
    }

    /// <summary>fhandle[4], cpsize, cptype[4], then the state as text.</summary>
    private XrdOpenFile Decode(XrdConnection connection, XrdReply reply)
    {
        if (reply.Data.Length < 12 || !XrdFileState.TryParse(new XrdReply(XrdStatus.Ok, reply.Data[12..]).Text, out var state))
            throw new SourceException(path, $"{connection.Endpoint} opened the file without saying how large it is");
        return new XrdOpenFile(connection, reply.Data[..4], state);
    }
}
