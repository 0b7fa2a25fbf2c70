using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli.Conversions;

/// <summary>Writes the tables of a file anew, as trees or as ntuples, and everything else as it is; says what it leaves out.</summary>
internal sealed class Conversion(ConvertSettings settings, TextWriter output, Action<TableProgress> progress, CancellationToken cancellation)
{
    private const int Batch = 8192;

    /// <summary>Converts a file. The new one takes its name when it is whole.</summary>
    internal void Run(string from, string to)
    {
        using var file = RootFile.Open(from, settings.Connections);
        var keys = file.NewestKeys().ToList();
        var tables = keys.Where(entry => SourceTable.IsTable(entry.Key) && (settings.Table is null || entry.Path == settings.Table)).ToList();
        if (tables.Count == 0) throw new SchemaException(from, settings.Table is null ? "has no tree and no RNTuple"
            : $"has no tree and no RNTuple {settings.Table}{NearestNames.Hint(settings.Table, [.. keys.Where(entry => SourceTable.IsTable(entry.Key)).Select(entry => entry.Path)])}");
        if (tables.Count > 1 && (settings.FirstEntry > 0 || settings.EndEntry is not null))
            throw new UsageException($"--entries needs one tree: {string.Join(", ", tables.Select(table => $"{from}:{table.Path}"))}");
        if (File.Exists(to) && Path.GetFullPath(from) == Path.GetFullPath(to)) throw new UsageException($"{to} is the file to read; give the output another name");

        using var writer = RootFileWriter.Create(to, new RootWriteOptions { Threads = settings.Threads, Compression = settings.Compression });
        using var context = new DecodeContext();
        foreach (var (path, key) in tables) Convert(file, path, key, writer, context);
        if (settings.Table is null)
        {
            var written = tables.Select(table => table.Path).ToHashSet(StringComparer.Ordinal);
            writer.CopyFrom(file, path => !written.Contains(path), settings.Connections, cancellation);
        }
        writer.Complete();
    }

    private void Convert(RootFile file, string path, KeyRecord key, RootFileWriter writer, DecodeContext context)
    {
        using var source = SourceTable.Open(file, path, key, context);
        var columns = new ColumnChoice(settings.Columns).Of(file.Path, source);
        var leftOut = source.LeftOut.ToList();
        var target = ITargetTable.Begin(writer, settings.ToNTuple, source, settings.Compression);
        target.Make(columns, leftOut);
        var end = Math.Min(settings.EndEntry ?? source.Entries, source.Entries);
        for (var first = settings.FirstEntry; first < end;)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = (int)Math.Min(Batch, end - first);
            source.Read(columns, first, entries);
            target.Append(entries);
            first += entries;
            progress(new TableProgress(path, first - settings.FirstEntry, end - settings.FirstEntry));
        }
        target.Complete();
        output.WriteLine($"{path}: {Math.Max(0, end - settings.FirstEntry)} entries, {columns.Count} columns");
        foreach (var (name, reason) in leftOut) output.WriteLine($"  left out: {name}: {reason}");
    }
}
