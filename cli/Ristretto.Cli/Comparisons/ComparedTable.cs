using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;

namespace Ristretto.Cli.Comparisons;

/// <summary>One of two tables that are compared.</summary>
/// <param name="IsNTuple">Whether it is an RNTuple.</param>
/// <param name="Title">Title or description.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Columns">The columns that can be read, in stored order.</param>
/// <param name="Unread">The others, with the reason.</param>
internal sealed record ComparedTable(bool IsNTuple, string Title, long Entries, IReadOnlyList<ComparedColumn> Columns, IReadOnlyList<(string Name, string Reason)> Unread) : IDisposable
{
    private readonly List<IDisposable> _readers = [];

    /// <summary>Opens a tree or an RNTuple.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path with the cycle.</param>
    /// <param name="key">Its key.</param>
    /// <param name="isConverted">Whether it is compared with one of the other format: then columns are named as <c>convert</c> names them.</param>
    /// <param name="context">The decoders.</param>
    internal static ComparedTable Open(RootFile file, string path, KeyRecord key, bool isConverted, DecodeContext context) => RootFile.IsTree(key)
        ? ComparedTreeColumns.Of(file.GetTree(path), isConverted, context)
        : ComparedNTupleColumns.Of(file.GetNTuple(path), isConverted, context);

    /// <summary>Has a reader closed with the table.</summary>
    internal ComparedTable With(IEnumerable<IDisposable> readers)
    {
        _readers.AddRange(readers);
        return this;
    }

    public void Dispose()
    {
        foreach (var reader in _readers) reader.Dispose();
    }
}
