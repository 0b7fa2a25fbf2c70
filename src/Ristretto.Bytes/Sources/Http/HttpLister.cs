using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Listings;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>Lists folders of HTTP servers that show them: nginx (page and JSON), Apache and those that look alike.</summary>
internal sealed partial class HttpLister(Connections connections, string server, string query, string pattern) : IFolderLister
{
    private const int LargestListing = 64 << 20;

    private readonly HttpExchange _exchange = new(connections, pattern);

    public IReadOnlyList<FolderEntry>? List(string folder) => Blocking.Wait(ListAsync(folder));

    private async Task<IReadOnlyList<FolderEntry>?> ListAsync(string folder)
    {
        var url = HttpAddress.Parse(server + folder + query);
        var (text, isJson) = await Persistence.RunAsync(pattern, connections.Options, clock => _exchange.AttemptAsync(clock, url,
            (progress, token) => FetchAsync(url, folder, progress, token)), null, connections.Cancellation).ConfigureAwait(false);
        return text is null ? null : (isJson ? FromJson(text) : FromPage(text, url)) ?? throw NoListing(folder);
    }

    private async Task<(string? Text, bool IsJson)> FetchAsync(Uri start, string folder, Action progress, CancellationToken cancellation)
    {
        var (reply, url) = await _exchange.SendAsync(HttpMethod.Get, start, static _ => { }, cancellation).ConfigureAwait(false);
        using (reply)
        {
            progress();
            if (reply.StatusCode == HttpStatusCode.NotFound) return default;
            if (reply.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized) throw NoListing(folder);
            if (reply.StatusCode != HttpStatusCode.OK) throw _exchange.ToError(reply, url);
            var type = reply.Content.Headers.ContentType?.MediaType;
            if (type is not ("text/html" or "application/xhtml+xml" or "application/json")) throw NoListing(folder);
            try
            {
                await reply.Content.LoadIntoBufferAsync(LargestListing, cancellation).ConfigureAwait(false);
                return (await reply.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false), type == "application/json");
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                throw _exchange.Broken(url, e);
            }
        }
    }

    private SourceException NoListing(string folder) => new(pattern, $"the server does not list its folder {folder}; name the files, or write them into a list and give @list.txt");

    /// <summary><c>[{"name": …, "type": "file" or "directory"}]</c>; null when it is something else.</summary>
    private static List<FolderEntry>? FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return null;
            List<FolderEntry> entries = [];
            foreach (var item in document.RootElement.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("name", out var name) || !item.TryGetProperty("type", out var type)) return null;
                if (name.ValueKind == JsonValueKind.String) entries.Add(new FolderEntry(name.GetString()!, type.ValueKind == JsonValueKind.String && type.GetString() == "directory"));
            }
            return entries;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The links that lead one step down; null when the page does not look like a listing.</summary>
    private static List<FolderEntry>? FromPage(string page, Uri url)
    {
        if (!Title().IsMatch(page)) return null;
        HashSet<FolderEntry> entries = [];
        foreach (Match link in Link().Matches(page))
        {
            var target = WebUtility.HtmlDecode(link.Groups["to"].Value.Trim());
            if (target.Length == 0 || target[0] is '?' or '#' || target.StartsWith("../", StringComparison.Ordinal)) continue;
            if (!Uri.TryCreate(url, target, out var there) || there.Authority != url.Authority) continue;
            var (from, to) = (Uri.UnescapeDataString(url.AbsolutePath), Uri.UnescapeDataString(there.AbsolutePath));
            if (!to.StartsWith(from, StringComparison.Ordinal)) continue;
            var name = to[from.Length..];
            var isFolder = name.EndsWith('/');
            if (isFolder) name = name[..^1];
            if (name.Length > 0 && !name.Contains('/', StringComparison.Ordinal)) entries.Add(new FolderEntry(name, isFolder));
        }
        return [.. entries];
    }

    [GeneratedRegex("<(title|h1)[^>]*>\\s*(Index of|Listing of|Directory listing)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("<a\\s[^>]*?href\\s*=\\s*(\"(?<to>[^\"]*)\"|'(?<to>[^']*)')", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
