namespace Ristretto.Bytes.Sources.Listings;

/// <summary>A file or folder in a folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder);

/// <summary>Lists the folders of a file system or a server.</summary>
internal interface IFolderLister
{
    /// <summary>What a folder holds, in any order; null when there is no such folder.</summary>
    /// <param name="folder">Its path on the server, or the local path; ends in <c>/</c>, or is empty for the present folder.</param>
    /// <exception cref="Errors.SourceException">It cannot be listed.</exception>
    IReadOnlyList<FolderEntry>? List(string folder);
}
