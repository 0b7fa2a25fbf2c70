using Ristretto.Events.Engine;

namespace Ristretto.Events.NanoAod;

/// <summary>The short way to the events of NanoAOD files: <c>Nano.Open("data.root").Run(ev => …)</c>.</summary>
public static class Nano
{
    /// <summary>The events of one file, or of all files that match a pattern.</summary>
    /// <param name="path">Path or address of the file (<c>root://host//store/data.root</c>, <c>https://host/data.root</c>); patterns such as <c>*.root</c>, a folder
    /// (<c>data/</c>) and a list (<c>@files.txt</c>) stand for the files that match, in natural order.</param>
    /// <param name="tree">Name of the tree that holds the events.</param>
    /// <remarks>A file is opened when the events are run over; one that is not there is reported then.</remarks>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">No file matches the pattern.</exception>
    public static EventFiles<NanoBatch> Open(string path, string tree = "Events") => Open([path], tree);

    /// <summary>The events of several files, one after the other.</summary>
    /// <param name="paths">Paths or patterns, as for one.</param>
    /// <param name="tree">Name of the tree that holds the events, the same in all files.</param>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">No file matches a pattern.</exception>
    public static EventFiles<NanoBatch> Open(IEnumerable<string> paths, string tree = "Events") => EventFiles.Open<NanoBatch>(paths, tree);
}
