using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Cli.Conversions;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Skims;

/// <summary>Writes a file with some entries and some columns of one of its trees or RNTuples. Everything else is copied as it is stored: what was counted before
/// the skim, in Runs and LuminosityBlocks, stays whole, and with it sums of weights and the luminosity.</summary>
internal sealed class Skim(SkimSettings settings, Action<TableProgress> progress, CancellationToken cancellation)
{
    private const int Batch = 8192;

    /// <summary>Skims a file. The new one takes its name when it is whole.</summary>
    internal SkimReport Run(string from, string to)
    {
        using var file = RootFile.Open(from, settings.Connections);
        var keys = file.NewestKeys().ToList();
        var (table, key) = Find(file, keys);
        if (File.Exists(to) && !settings.Overwrite) throw new OutputException(to, "exists already; --overwrite replaces it");
        if (File.Exists(to) && File.Exists(from) && Path.GetFullPath(from) == Path.GetFullPath(to)) throw new OutputException(to, "it is the file to read; give the output another name");

        using var selection = settings.Where is { } where ? new EntrySelection(file, table, where) : null;
        using var context = new DecodeContext();
        using var source = SourceTable.Open(file, table, key, context);
        var columns = new ColumnChoice(settings.Keep, settings.Drop).Of(from, source);
        var leftOut = source.LeftOut.ToList();
        using var writer = RootFileWriter.Create(to, new RootWriteOptions { Threads = settings.Threads, Compression = settings.Compression });
        var target = ITargetTable.Begin(writer, settings.ToNTuple ?? RootFile.IsNTuple(key), source, settings.Compression);
        target.Make(columns, leftOut);
        var kept = Write(source, columns, selection, target);
        target.Complete();
        var copied = writer.CopyFrom(file, path => path != table && !IsSkipped(path), settings.Connections, cancellation);
        writer.Complete();
        return new SkimReport(table, source.Entries, kept, source.Columns.Count, columns.Count, leftOut, copied, [.. keys.Select(entry => entry.Path).Where(path => path != table && IsSkipped(path))]);
    }

    private bool IsSkipped(string path) => settings.Skip is { } skip && new NamePattern(skip).Selects(path);

    private (string Path, KeyRecord Key) Find(RootFile file, List<(string Path, KeyRecord Key)> keys)
    {
        var wanted = settings.Table ?? UsualTable.Of(file);
        var found = keys.Find(entry => entry.Path == wanted && SourceTable.IsTable(entry.Key));
        return found.Path is not null ? found
            : throw new SchemaException(file.Path, $"has no tree and no RNTuple {wanted}{NearestNames.Hint(wanted, [.. keys.Where(entry => SourceTable.IsTable(entry.Key)).Select(entry => entry.Path)])}");
    }

    private long Write(SourceTable source, List<SourceColumn> columns, EntrySelection? selection, ITargetTable target)
    {
        var kept = 0L;
        for (var first = 0L; first < source.Entries; first += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = (int)Math.Min(Batch, source.Entries - first);
            progress(new TableProgress(source.Path, first, source.Entries));
            var positions = selection?.Positions(first, entries);
            if (positions is []) continue;
            // Baskets before the first kept entry and behind the last are not read.
            var (begin, end) = positions is null ? (0, entries) : (positions[0], positions[^1] + 1);
            for (var i = 0; i < positions?.Length; i++) positions[i] -= begin;
            source.Read(columns, first + begin, end - begin);
            if (positions is not null)
                foreach (var column in columns) column.Keep(positions);
            var count = positions?.Length ?? entries;
            target.Append(count);
            kept += count;
        }
        return kept;
    }
}
