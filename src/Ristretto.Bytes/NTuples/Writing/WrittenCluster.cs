using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A cluster while its pages come in, and afterwards where they are.</summary>
internal sealed class WrittenCluster(long firstEntry, int entries, IReadOnlyList<WrittenColumn> columns)
{
    private readonly List<WrittenPage>[] _pages = [.. columns.Select(_ => new List<WrittenPage>())];

    /// <summary>The first entry.</summary>
    public long FirstEntry => firstEntry;

    /// <summary>Number of entries.</summary>
    public int Entries => entries;

    /// <summary>By column, elements in the clusters before this one.</summary>
    public IReadOnlyList<long> FirstElements { get; } = [.. columns.Select(column => column.Elements)];

    /// <summary>Pages that are compressed but not in the file.</summary>
    public List<(int Column, int Elements, PooledBuffer Bytes, int Stored)> Waiting { get; } = [];

    /// <summary>The pages of a column.</summary>
    public IReadOnlyList<WrittenPage> PagesOf(int column) => _pages[column];

    /// <summary>A page is in the file.</summary>
    public void Add(int column, WrittenPage page) => _pages[column].Add(page);

    /// <summary>Gives the waiting pages up.</summary>
    public void Release()
    {
        foreach (var page in Waiting) page.Bytes.Dispose();
        Waiting.Clear();
    }
}
