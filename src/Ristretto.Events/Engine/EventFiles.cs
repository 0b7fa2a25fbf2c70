using Ristretto.Events.Batches;
using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine;

/// <summary>Opens files by the type of their events; the generated types have an <c>Open</c> of their own, which is shorter.</summary>
public static class EventFiles
{
    /// <summary>The events of one file, or of all files that match a pattern.</summary>
    /// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
    /// <param name="path">Path or address of the file (<c>root://host//store/data.root</c>, <c>https://host/data.root</c>); patterns such as <c>*.root</c>, a folder
    /// (<c>data/</c>) and a list (<c>@files.txt</c>) stand for the files that match, in natural order.</param>
    /// <param name="tree">Name of the TTree or RNTuple that holds the events.</param>
    /// <remarks>A file is opened when the events are run over; one that is not there is reported then.</remarks>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">No file matches the pattern.</exception>
    public static EventFiles<TBatch> Open<TBatch>(string path, string tree) where TBatch : EventBatch, new() => Open<TBatch>([path], tree);

    /// <summary>The events of several files, one after the other.</summary>
    /// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
    /// <param name="paths">Paths or patterns, as for one.</param>
    /// <param name="tree">Name of the TTree or RNTuple that holds the events, the same in all files.</param>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">No file matches a pattern.</exception>
    public static EventFiles<TBatch> Open<TBatch>(IEnumerable<string> paths, string tree) where TBatch : EventBatch, new()
    {
        ArgumentNullException.ThrowIfNull(paths);
        InputFile[] files = [.. paths.SelectMany(path => FilePattern.Expand("", path, null)).Select(path => new InputFile(path, tree))];
        if (files.Length == 0) throw new ArgumentException("there is no file to open", nameof(paths));
        return new EventFiles<TBatch>(files);
    }
}
