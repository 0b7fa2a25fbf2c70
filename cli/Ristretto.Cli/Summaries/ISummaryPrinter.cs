using System.Text.Json.Nodes;

namespace Ristretto.Cli.Summaries;

/// <summary>Receives a summary piece by piece, so that none of it need be kept.</summary>
internal interface ISummaryPrinter
{
    /// <summary>A file that could not be opened as a whole.</summary>
    void Unopened(string name, string reason);

    /// <summary>The file as a whole.</summary>
    void BeginFile(string name);

    /// <summary>An object without columns.</summary>
    /// <param name="path">Directory names and name.</param>
    /// <param name="cycle">Its cycle.</param>
    /// <param name="className">Its class.</param>
    /// <param name="fields">What is said of it beside its class.</param>
    void Object(string path, int cycle, string className, JsonObject fields);

    /// <summary>A tree or an ntuple; its columns follow.</summary>
    void BeginTable(string path, int cycle, string className, long entries);

    /// <summary>A column of the table.</summary>
    void Column(ColumnSummary column);

    /// <summary>The end of a table.</summary>
    /// <param name="empty">Its parts of classes without a member.</param>
    /// <param name="unread">Its parts that could not be read.</param>
    void EndTable(IReadOnlyList<string> empty, IReadOnlyList<UnreadPart> unread);

    /// <summary>The end of the file.</summary>
    void EndFile();
}
