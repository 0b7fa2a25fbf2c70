using System.Text;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Summaries;

/// <summary>Summarises all values of a file: the same numbers whatever read the file and whatever wrote it.</summary>
/// <param name="printer">Receives the summary while it is made.</param>
/// <param name="cancellation">Ends the work at the next block.</param>
internal sealed class FileSummary(ISummaryPrinter printer, CancellationToken cancellation) : IDisposable
{
    private readonly DecodeContext _context = new();
    private RootFormatException? _damage;
    private int _read;

    /// <summary>Summarises the objects of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="treePath">Only this tree; null for all objects.</param>
    /// <param name="columns">Only the columns of these names; null for all.</param>
    /// <exception cref="SchemaException">The tree or the columns are not there.</exception>
    /// <exception cref="RootFormatException">A column is damaged; thrown when all others are done.</exception>
    internal void Print(RootFile file, string? treePath, string? columns)
    {
        var trees = Trees(file, treePath, columns);
        printer.BeginFile(Path.GetFileName(file.Path));
        foreach (var (path, key, tree, branches) in trees)
        {
            if (tree is null) printer.Object(path, key.Cycle, key.ClassName);
            else Print(path, key, tree, branches, columns);
        }
        printer.EndFile();
        if (_damage is { } damage)
            throw new RootFormatException(damage.Path, damage.Where, damage.Offset, $"{damage.Reason}; the other {_read} columns read well");
    }

    public void Dispose() => _context.Dispose();

    // Everything is looked for before the first line is printed.
    private static List<(string Path, KeyRecord Key, Tree? Tree, IReadOnlyList<Branch> Branches)> Trees(RootFile file, string? treePath, string? columns)
    {
        if (treePath is not null)
        {
            var tree = file.GetTree(treePath);
            return [(tree.Path, tree.Key, tree, TreeColumns.Select(tree, columns))];
        }
        var selection = new NamePattern(columns);
        var objects = file.AllKeys()
            .Select(entry => (entry.Path, entry.Key, Tree: RootFile.IsTree(entry.Key) ? file.GetTree($"{entry.Path};{entry.Key.Cycle}") : null))
            .Select(entry => (entry.Path, entry.Key, entry.Tree, (IReadOnlyList<Branch>)[.. entry.Tree?.Branches.Where(branch => selection.Selects(branch.Name)) ?? []]))
            .ToList();
        var names = objects.Where(entry => entry.Tree is not null).SelectMany(entry => entry.Tree!.Branches).Select(branch => branch.Name).ToArray();
        if (selection.Unused(names) is { } unused)
            throw new SchemaException(file.Path, $"no tree has a column {unused}{NearestNames.Hint(unused.Trim('*', '?'), names)}");
        if (columns is not null) objects.RemoveAll(entry => entry.Tree is not null && entry.Item4.Count == 0);
        objects.Sort((a, b) => Compare(a.Path, b.Path) is not 0 and var order ? order : a.Key.Cycle.CompareTo(b.Key.Cycle));
        return objects;
    }

    private void Print(string path, KeyRecord key, Tree tree, IReadOnlyList<Branch> branches, string? columns)
    {
        printer.BeginTree(path, key.Cycle, key.ClassName, tree.Entries);
        var selection = new NamePattern(columns);
        List<UnreadBranch> unread = [.. tree.Unread.Where(branch => selection.Selects(branch.Name))];
        var summarizer = new ColumnSummarizer(_context);
        foreach (var branch in branches)
        {
            try
            {
                printer.Column(summarizer.Summarize(branch, cancellation));
                _read++;
            }
            catch (RootFormatException damage)
            {
                _damage ??= damage;
                unread.Add(new UnreadBranch(branch.Name, "TBranch", damage.Message));
            }
        }
        printer.EndTree(unread);
    }

    private static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
