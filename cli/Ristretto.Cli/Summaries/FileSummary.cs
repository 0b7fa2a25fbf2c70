using System.Text.Json.Nodes;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
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
    /// <param name="objectPath">Only this object; null for all.</param>
    /// <param name="columns">Only the columns of these names; null for all.</param>
    /// <exception cref="SchemaException">The object or the columns are not there.</exception>
    /// <exception cref="RootFormatException">A column is damaged; thrown when all others are done.</exception>
    internal void Print(RootFile file, string? objectPath, string? columns)
    {
        // Everything is looked for before the first line is printed.
        var objects = Objects(file, objectPath);
        var selection = new NamePattern(columns);
        var names = objects.OfType<TableSummary>().SelectMany(Names).ToArray();
        if (selection.Unused(names) is { } unused)
            throw new SchemaException(file.Path, $"no tree has a column {unused}{NearestNames.Hint(unused.Trim('*', '?'), names)}");
        printer.BeginFile(Path.GetFileName(file.Path));
        foreach (var item in objects)
        {
            if (item is TableSummary table)
            {
                if (columns is null || objectPath is not null || Names(table).Any(selection.Selects)) Print(table, selection);
            }
            else if (item is PlainSummary plain) Print(plain);
        }
        printer.EndFile();
        if (_damage is { } damage)
            throw new RootFormatException(damage.Path, damage.Where, damage.Offset, $"{damage.Reason}; the other {_read} columns read well");
    }

    public void Dispose() => _context.Dispose();

    private IReadOnlyList<ObjectSummary> Objects(RootFile file, string? path)
    {
        if (path is null) return ObjectSummaries.OfAll(file, _context);
        var key = file.Find(path) ?? file.GetTree(path).Key;      // says which trees there are
        return [ObjectSummaries.Of(file, WithoutCycle(path, key), key, _context)];
    }

    private static string WithoutCycle(string path, KeyRecord key) =>
        !key.Name.Contains(';', StringComparison.Ordinal) && path.EndsWith($";{key.Cycle}", StringComparison.Ordinal) ? path[..path.LastIndexOf(';')] : path;

    private static IEnumerable<string> Names(TableSummary table) =>
        table.Parts.SelectMany(part => part.Columns).Concat(table.Unread.Select(part => part.Name));

    private void Print(PlainSummary plain)
    {
        JsonObject fields;
        try
        {
            fields = plain.Fields();
        }
        catch (RistrettoException error) when (error is RootFormatException or SchemaException)
        {
            fields = new JsonObject { ["unreadable"] = error.Message };
        }
        printer.Object(plain.Path, plain.Key.Cycle, plain.Key.ClassName, fields);
    }

    private void Print(TableSummary table, NamePattern selection)
    {
        printer.BeginTable(table.Path, table.Key.Cycle, table.Key.ClassName, table.Entries);
        List<UnreadPart> unread = [.. table.Unread.Where(part => selection.Selects(part.Name))];
        foreach (var part in table.Parts)
        {
            if (!part.Columns.Any(selection.Selects)) continue;
            try
            {
                foreach (var column in part.Digest(cancellation).Where(column => selection.Selects(column.Name)))
                {
                    printer.Column(column);
                    _read++;
                }
            }
            catch (RootFormatException damage)
            {
                _damage ??= damage;
                unread.Add(new UnreadPart(part.Name, part.ClassName, damage.Message));
            }
        }
        printer.EndTable([.. table.Empty.Where(selection.Selects)], unread);
    }
}
