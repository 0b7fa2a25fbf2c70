using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Listings;

/// <summary>Lists local folders.</summary>
internal sealed class LocalLister : IFolderLister
{
    public IReadOnlyList<FolderEntry>? List(string folder)
    {
        var info = new DirectoryInfo(folder.Length == 0 ? "." : folder);
        try
        {
            return info.Exists ? [.. info.EnumerateFileSystemInfos().Select(static entry => new FolderEntry(entry.Name, entry is DirectoryInfo))] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(folder, $"the folder cannot be listed: {e.Message}", innerException: e);
        }
    }
}
