using System.Net;
using System.Text;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>Which of the authentications that a server offers we can do: <c>sss</c>, <c>unix</c> and <c>host</c>. Those with tokens (<c>ztn</c>), grid
/// certificates (<c>gsi</c>) and Kerberos (<c>krb5</c>) are not built.</summary>
internal static class XrdAuthentication
{
    /// <summary>The credentials to send, in the order to try them; names have at most 4 letters.</summary>
    /// <param name="offers">What the server said at the login: <c>&amp;P=sss,0.13:&amp;P=unix</c>.</param>
    /// <param name="endpoint">The server.</param>
    /// <param name="path">The file it is for, for errors.</param>
    /// <param name="user">Who we say we are.</param>
    /// <param name="options">Key table and time.</param>
    /// <param name="local">Our end of the connection.</param>
    /// <exception cref="SourceException">None is possible; says what the server wants.</exception>
    internal static List<(string Name, byte[] Credentials)> Choose(string offers, XrdEndpoint endpoint, string path, string user, SourceOptions options, IPEndPoint local)
    {
        List<(string, byte[])> possible = [];
        List<string> names = [];
        var why = "";
        foreach (var offer in offers.Split("&P=", StringSplitOptions.RemoveEmptyEntries))
        {
            var comma = offer.IndexOf(',', StringComparison.Ordinal);
            var name = (comma < 0 ? offer : offer[..comma]).Trim('\0', ' ');
            names.Add(name);
            switch (name)
            {
                case "sss":
                    if (SssKeytab.Find(options.Keytab) is not { } table) why = "; sss needs a key table, which --keytab names";
                    else possible.Add((name, SssCredentials.Make(SssKeytab.Read(table), user, local, options.Time)));
                    break;
                case "unix": possible.Add((name, Encoding.UTF8.GetBytes($"unix\0{user}\0"))); break;
                case "host": possible.Add((name, "host\0"u8.ToArray())); break;
                default: break;
            }
        }
        if (possible.Count > 0) return possible;
        throw new SourceException(path, $"{endpoint} wants authentication by {string.Join(" or ", names)}{why}; sss, unix and host are built, tokens (ztn), grid certificates (gsi) "
            + "and Kerberos (krb5) are not: fetch the file with another client, or from a server that needs none");
    }
}
