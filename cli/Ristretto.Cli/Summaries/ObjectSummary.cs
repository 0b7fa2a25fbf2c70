using System.Text.Json.Nodes;
using Ristretto.Bytes.Files;

namespace Ristretto.Cli.Summaries;

/// <summary>The summary of one object of a file.</summary>
/// <param name="path">Directory names and name.</param>
/// <param name="key">Its key.</param>
internal abstract class ObjectSummary(string path, KeyRecord key)
{
    /// <summary>Directory names and name.</summary>
    internal string Path => path;

    /// <summary>Its key.</summary>
    internal KeyRecord Key => key;
}

/// <summary>The summary of an object without columns: its class, and what else is said of such a class.</summary>
/// <param name="path">Directory names and name.</param>
/// <param name="key">Its key.</param>
/// <param name="fields">Reads the fields in the order of the canonical form; empty for objects of which only the class is said.</param>
internal sealed class PlainSummary(string path, KeyRecord key, Func<JsonObject> fields) : ObjectSummary(path, key)
{
    /// <summary>The fields in the order of the canonical form.</summary>
    /// <exception cref="Bytes.Errors.RistrettoException">The object cannot be read.</exception>
    internal JsonObject Fields() => fields();
}

/// <summary>The summary of a tree or an ntuple: its columns, in parts that are read together.</summary>
/// <param name="path">Directory names and name.</param>
/// <param name="key">Its key.</param>
internal abstract class TableSummary(string path, KeyRecord key) : ObjectSummary(path, key)
{
    /// <summary>Number of entries.</summary>
    internal abstract long Entries { get; }

    /// <summary>The parts in stored order.</summary>
    internal abstract IReadOnlyList<TablePart> Parts { get; }

    /// <summary>Names of parts of classes without a single member.</summary>
    internal virtual IReadOnlyList<string> Empty => [];

    /// <summary>Parts that cannot be read, known without reading values.</summary>
    internal virtual IReadOnlyList<UnreadPart> Unread => [];
}

/// <summary>A part of a table whose columns are read together: a terminal branch, a top-level field.</summary>
/// <param name="name">Name of the part.</param>
/// <param name="className">Class of what it holds, for messages; empty when it has none.</param>
internal abstract class TablePart(string name, string className)
{
    /// <summary>Name of the part.</summary>
    internal string Name => name;

    /// <summary>Class of what it holds.</summary>
    internal string ClassName => className;

    /// <summary>Names of its columns in the order of the canonical form.</summary>
    internal abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Reads every value from the first entry to the last, in chunks, so that memory does not grow with the file.</summary>
    /// <exception cref="Bytes.Errors.RootFormatException">The values are damaged.</exception>
    internal abstract IReadOnlyList<ColumnSummary> Digest(CancellationToken cancellation);
}

/// <summary>A part that was not read.</summary>
/// <param name="Name">Name of the branch or field.</param>
/// <param name="ClassName">Class of what it holds.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record UnreadPart(string Name, string ClassName, string Reason);
