using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Http;
using Ristretto.Bytes.Sources.Xrootd;

namespace Ristretto.Bytes.Sources.Listings;

/// <summary>From what a user writes to the files that are meant: patterns, folders, lists; see <see cref="Connections.Expand"/>.</summary>
internal sealed class FileFinder(Connections connections)
{
    private const int MostDepth = 32;
    private const int MostLists = 8;

    internal IReadOnlyList<string> Expand(string pattern) => Expand(pattern, 0);

    private List<string> Expand(string pattern, int lists)
    {
        if (pattern.StartsWith('@')) return ReadList(pattern[1..], lists);
        var scheme = SourceAddress.SchemeOf(pattern);
        if (!SourceAddress.IsRemote(pattern))
        {
            var local = SourceAddress.ToLocal(pattern);
            if (File.Exists(local) || (!NameGlob.IsPattern(local, withQuestionMark: true) && !EndsInFolder(local))) return [pattern];
            return Find(pattern, "", local, "", new LocalLister(), withQuestionMark: true);
        }
        var pathAt = pattern.IndexOf('/', scheme.Length + 3);
        if (pathAt < 0) return [pattern];
        var queryAt = pattern.IndexOf('?', pathAt);
        var (server, path, query) = queryAt < 0 ? (pattern[..pathAt], pattern[pathAt..], "") : (pattern[..pathAt], pattern[pathAt..queryAt], pattern[queryAt..]);
        var isHttp = SourceAddress.IsHttp(scheme);
        if (!isHttp && queryAt >= 0 && !query.Contains('=', StringComparison.Ordinal)) (path, query) = (pattern[pathAt..], "");     // a question mark in a name, no cgi
        if (!NameGlob.IsPattern(path, withQuestionMark: !isHttp) && !EndsInFolder(path)) return [pattern];
        return Find(pattern, server, path, query, isHttp ? new HttpLister(connections, server, query, pattern) : new XrdLister(connections, server + "/", query, pattern), !isHttp);
    }

    private static bool EndsInFolder(string path) => path.EndsWith('/');

    private static List<string> Find(string pattern, string server, string path, string query, IFolderLister lister, bool withQuestionMark)
    {
        List<string> found = [];
        string[] alternatives = [.. NameGlob.ExpandBraces(EndsInFolder(path) ? path + "*.root" : path)];
        foreach (var plain in alternatives)
        {
            var parts = plain.Split('/');
            List<string> here = [];
            Descend("", 0, 0);
            here.Sort(NaturalOrder.Instance);
            found.AddRange(here.Where(file => !found.Contains(file)));

            void Descend(string folder, int part, int depth)
            {
                if (depth > MostDepth) throw new SourceException(pattern, $"folders are nested more than {MostDepth} deep");
                // parts without a pattern need no listing
                while (part < parts.Length - 1 && !NameGlob.IsPattern(parts[part], withQuestionMark)) folder += parts[part++] + "/";
                var last = part == parts.Length - 1;
                if (lister.List(folder) is not { } entries)
                {
                    if (depth == 0 && alternatives.Length == 1) throw new SourceException(pattern, $"there is no folder {folder}");
                    return;
                }
                foreach (var entry in entries)
                {
                    if (entry.Name is "." or ".." || (entry.Name.StartsWith('.') && !parts[part].StartsWith('.'))) continue;
                    if (parts[part] == "**")
                    {
                        if (entry.IsFolder) Descend($"{folder}{entry.Name}/", part, depth + 1);
                        if (last && !entry.IsFolder) here.Add(folder + entry.Name);
                        continue;
                    }
                    if (entry.IsFolder == last || !NameGlob.Matches(parts[part], entry.Name)) continue;
                    if (last) here.Add(folder + entry.Name);
                    else Descend($"{folder}{entry.Name}/", part + 1, depth + 1);
                }
                if (parts[part] == "**" && !last) Descend(folder, part + 1, depth + 1);
            }
        }
        if (found.Count == 0) throw new SourceException(pattern, EndsInFolder(path) ? "the folder has no .root files" : "no file matches this pattern");
        return [.. found.Select(file => server + file + query)];
    }

    private List<string> ReadList(string list, int lists)
    {
        if (lists == MostLists) throw new SourceException(list, $"lists that name lists are followed {MostLists} deep");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(list);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException(list, MissingFile.Describe(list), innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SourceException(list, $"cannot be read: {e.Message}", innerException: e);
        }
        var folder = Path.GetDirectoryName(list) ?? "";
        List<string> found = [];
        foreach (var line in lines.Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            found.AddRange(Expand(Join(folder, line), lists + 1));
        }
        return found.Count > 0 ? found : throw new SourceException(list, "names no files");
    }

    private static string Join(string folder, string line)
    {
        if (line[0] == '@') return line.Length > 1 ? "@" + Join(folder, line[1..]) : line;
        return SourceAddress.SchemeOf(line).Length > 0 || Path.IsPathRooted(line) ? line : Path.Combine(folder, line);
    }
}
