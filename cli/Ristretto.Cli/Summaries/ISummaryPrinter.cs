using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Summaries;

/// <summary>Receives a summary piece by piece, so that none of it need be kept.</summary>
internal interface ISummaryPrinter
{
    /// <summary>A file that could not be opened as a whole.</summary>
    void Unopened(string name, string reason);

    /// <summary>The file as a whole.</summary>
    void BeginFile(string name);

    /// <summary>An object of which only the class is said.</summary>
    void Object(string path, int cycle, string className);

    /// <summary>A tree; its columns follow.</summary>
    void BeginTree(string path, int cycle, string className, long entries);

    /// <summary>A column of the tree.</summary>
    void Column(ColumnSummary column);

    /// <summary>The end of a tree.</summary>
    /// <param name="unread">Its columns that could not be read.</param>
    void EndTree(IReadOnlyList<UnreadBranch> unread);

    /// <summary>The end of the file.</summary>
    void EndFile();
}
