using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Cli.Conversions;

namespace Ristretto.Cli.Generation;

/// <summary>Writes a file of invented events. Equal settings give equal bytes, and more events begin with the same ones.</summary>
internal sealed class InputMaker(MakeInputSettings settings, Action<TableProgress> progress, CancellationToken cancellation)
{
    private const int ClusterEntries = 20_000;
    private const int Block = 5_000;                     // events that are held; each block has random numbers of its own

    /// <summary>Writes the file, which takes its name when it is whole.</summary>
    internal void Run(string path)
    {
        if (File.Exists(path) && !settings.Overwrite) throw new OutputException(path, "exists already; --overwrite replaces it");
        using var writer = RootFileWriter.Create(path, new RootWriteOptions { Threads = settings.Threads, Compression = settings.Compression });
        var events = new MadeEvents();
        using var table = events.AsTable(settings.Events);
        var target = ITargetTable.Begin(writer, settings.ToNTuple, table, settings.Compression, ClusterEntries);
        target.Make(table.Columns, []);
        for (var first = 0L; first < settings.Events; first += events.Events.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            Fill(events, first, (int)Math.Min(Block, settings.Events - first));
            table.Read(table.Columns, first, events.Events.Count);
            target.Append(events.Events.Count);
            progress(new TableProgress(table.Path, first + events.Events.Count, settings.Events));
        }
        target.Complete();
        writer.Complete();
    }

    private void Fill(MadeEvents events, long first, int count)
    {
        events.Clear();
        var maker = new EventMaker(events, new SeededNumbers(settings.Seed, (ulong)(first / Block)));
        for (var i = 0; i < count; i++) maker.Make(first + i);
    }
}
