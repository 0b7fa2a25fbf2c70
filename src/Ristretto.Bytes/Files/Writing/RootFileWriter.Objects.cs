using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Writing;

public sealed partial class RootFileWriter
{
    /// <summary>Writes a histogram of class TH1, TH2 or TH3. Directories are made as they are needed.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="histogram">The histogram; a <c>/</c> in its name makes directories too.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name, or the class cannot be written.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public void Write(string directory, HistogramRecord histogram) =>
        WriteObject(directory, histogram.Name, histogram.Class, histogram.Title, (name, writer) => HistogramEncoder.Encode(histogram with { Name = name }, writer));

    private void WriteObject(string directory, string name, string className, string title, Action<string, ObjectWriter> encode) => Guarded(() =>
    {
        Queue.Drain();
        var (folder, last) = Place(directory, name);
        _object.Clear();
        encode(last, _object);
        var cycle = folder.Reserve(last, Options.AllowCycles);
        WriteKeyed(folder, new WrittenKey(className, last, title, 0, 0, 0, 0) { Cycle = cycle }, _object, Options.ForObjects);
        _classes.Add(className);
    });
}
