using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>From an address as given to the one that is asked for.</summary>
internal static class HttpAddress
{
    private static readonly UriCreationOptions s_verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The address, its path and query untouched, since a signature may depend on every letter; <c>dav</c> and <c>davs</c> are read as <c>http</c> and <c>https</c>.</summary>
    /// <exception cref="SourceException">It is no address.</exception>
    internal static Uri Parse(string address)
    {
        var text = address.StartsWith("dav", StringComparison.OrdinalIgnoreCase) ? string.Concat("http", address.AsSpan(3)) : address;
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0) text = text[..fragment];
        return Uri.TryCreate(text.Replace(" ", "%20", StringComparison.Ordinal), s_verbatim, out var url) && url.Host.Length > 0
            ? url
            : throw new SourceException(address, "is no valid address");
    }

    /// <summary>The address that a redirection leads to; null when it is none that may be followed.</summary>
    internal static Uri? Follow(Uri from, string? location)
    {
        if (location is null) return null;
        var isAbsolute = SourceAddress.SchemeOf(location).Length > 0;
        if (!(isAbsolute ? Uri.TryCreate(location, s_verbatim, out var target) : Uri.TryCreate(from, location, out target))) return null;
        if (target.Scheme is not ("http" or "https")) return null;
        return from.Scheme == "https" && target.Scheme == "http" ? null : target;
    }
}
