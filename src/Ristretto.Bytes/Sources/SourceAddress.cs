using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources;

/// <summary>Tells paths from addresses such as <c>root://host//store/file.root</c>.</summary>
public static class SourceAddress
{
    /// <summary>Whether a path is the address of a file on a server.</summary>
    /// <exception cref="SourceException">It is an address of a kind that cannot be read; says what can.</exception>
    public static bool IsRemote(string path)
    {
        var scheme = SchemeOf(path);
        if (scheme.Length == 0 || scheme is "file") return false;
        if (IsHttp(scheme) || IsXrootd(scheme)) return true;
        throw new SourceException(path, scheme.Contains("::", StringComparison.Ordinal)
            ? $"chained addresses ({scheme}://) are not supported; give the plain address behind the last ::"
            : $"no reader for {scheme} addresses (http, https, root and roots are known); copy the file and give its local path");
    }

    /// <summary>What stands before <c>://</c>, in lower case; empty for a local path.</summary>
    internal static string SchemeOf(string path)
    {
        var at = path.IndexOf("://", StringComparison.Ordinal);
        if (at <= 0 || path.AsSpan(0, at).ContainsAny('/', '\\')) return "";
        return path[..at].ToLowerInvariant();
    }

    /// <summary>The local path behind <c>file://</c>, and any other path as it is.</summary>
    internal static string ToLocal(string path) => SchemeOf(path) == "file" ? path[7..] : path;

    internal static bool IsHttp(string scheme) => scheme is "http" or "https" or "dav" or "davs";

    internal static bool IsXrootd(string scheme) => scheme is "root" or "roots" or "xroot" or "xroots";
}
