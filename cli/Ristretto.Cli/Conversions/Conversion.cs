using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Conversions;

/// <summary>Writes the tables of a file anew, as trees or as ntuples, and its histograms as they are; says what it leaves out.</summary>
internal sealed class Conversion(ConvertSettings settings, TextWriter output, CancellationToken cancellation)
{
    private const int Batch = 8192;

    /// <summary>Converts a file. The new one takes its name when it is whole.</summary>
    internal void Run(string from, string to)
    {
        using var file = RootFile.Open(from);
        var keys = file.AllKeys().GroupBy(entry => entry.Path, StringComparer.Ordinal).Select(cycles => cycles.MaxBy(entry => entry.Key.Cycle)).ToList();
        var tables = keys.Where(entry => IsTable(entry.Key) && (settings.Table is null || entry.Path == settings.Table)).ToList();
        if (tables.Count == 0) throw new SchemaException(from, settings.Table is null ? "has no tree and no RNTuple"
            : $"has no tree and no RNTuple {settings.Table}{NearestNames.Hint(settings.Table, [.. keys.Where(entry => IsTable(entry.Key)).Select(entry => entry.Path)])}");
        if (tables.Count > 1 && (settings.FirstEntry > 0 || settings.EndEntry is not null))
            throw new UsageException($"--entries needs one tree: {string.Join(", ", tables.Select(table => $"{from}:{table.Path}"))}");
        if (File.Exists(to) && Path.GetFullPath(from) == Path.GetFullPath(to)) throw new UsageException($"{to} is the file to read; give the output another name");

        using var writer = RootFileWriter.Create(to, new RootWriteOptions { Threads = settings.Threads });
        using var context = new DecodeContext();
        foreach (var (path, key) in tables) Convert(file, path, key, writer, context);
        if (settings.Table is null)
            foreach (var (path, key) in keys) Copy(file, path, key, writer);
        writer.Complete();
    }

    private static bool IsTable(KeyRecord key) => RootFile.IsTree(key) || RootFile.IsNTuple(key);

    private void Convert(RootFile file, string path, KeyRecord key, RootFileWriter writer, DecodeContext context)
    {
        var source = RootFile.IsTree(key) ? TreeSource.Open(path, file.GetTree(path), context) : NTupleSource.Open(path, file.GetNTuple(path), context);
        try
        {
            var columns = Select(file.Path, source);
            var leftOut = source.LeftOut.ToList();
            ITargetTable target = settings.ToNTuple
                ? new NTupleTarget(writer.NTuple(path, new NTupleOptions { Description = source.Title, Compression = settings.Compression }))
                : new TreeTarget(writer.Tree(path, new TreeOptions { Title = source.Title, Compression = settings.Compression }));
            target.Make(columns, leftOut);
            var end = Math.Min(settings.EndEntry ?? source.Entries, source.Entries);
            for (var first = settings.FirstEntry; first < end;)
            {
                cancellation.ThrowIfCancellationRequested();
                var entries = (int)Math.Min(Batch, end - first);
                foreach (var column in columns) column.Read(first, entries);
                target.Append(entries);
                first += entries;
            }
            target.Complete();
            output.WriteLine($"{path}: {Math.Max(0, end - settings.FirstEntry)} entries, {columns.Count} columns");
            foreach (var (name, reason) in leftOut) output.WriteLine($"  left out: {name}: {reason}");
        }
        finally
        {
            foreach (var column in source.Columns) column.Dispose();
        }
    }

    // The columns asked for; counters come along with their lists.
    private List<SourceColumn> Select(string file, SourceTable source)
    {
        var pattern = new NamePattern(settings.Columns);
        var names = source.Columns.Select(column => column.Name).ToList();
        if (pattern.Unused(names) is { } unused) throw new SchemaException(file, $"{source.Path} has no column {unused}{NearestNames.Hint(unused, names)}");
        var selected = source.Columns.Where(column => pattern.Selects(column.Name)).ToList();
        var counters = selected.Where(column => column.Counter is not null).Select(column => column.Counter!).ToHashSet(StringComparer.Ordinal);
        return [.. source.Columns.Where(column => pattern.Selects(column.Name) || counters.Contains(column.Name))];
    }

    private void Copy(RootFile file, string path, KeyRecord key, RootFileWriter writer)
    {
        if (IsTable(key) || RootDirectory.IsDirectory(key)) return;
        if (!HistogramRecord.IsHistogram(key.ClassName))
        {
            output.WriteLine($"left out: {path}: a {key.ClassName} is neither a table nor a histogram");
            return;
        }
        var histogram = file.GetHistogram(path);
        writer.Write(path[..^key.Name.Length], histogram with { Name = key.Name });
        if (histogram.Functions.Count > 0) output.WriteLine($"  left out: {path}: its functions ({string.Join(", ", histogram.Functions)})");
    }
}
