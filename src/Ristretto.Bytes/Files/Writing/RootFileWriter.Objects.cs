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

    /// <summary>Writes a profile: TProfile, TProfile2D or TProfile3D.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="profile">The profile.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name, or lengths do not fit the axes.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public void Write(string directory, ProfileRecord profile) =>
        WriteObject(directory, profile.Name, profile.Class, profile.Title, (name, writer) => ProfileEncoder.Encode(profile with { Name = name }, writer));

    /// <summary>Writes a graph: TGraph, TGraphErrors or TGraphAsymmErrors, by the errors that it has.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="graph">The graph.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name, or coordinates differ in number.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public void Write(string directory, GraphRecord graph) =>
        WriteObject(directory, graph.Name, graph.Class, graph.Title, (name, writer) => GraphEncoder.Encode(graph with { Name = name }, writer));

    /// <summary>Writes a number with a name: TParameter.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="parameter">The parameter.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name, or the type of the value is none of TParameter's.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public void Write(string directory, ParameterRecord parameter) =>
        WriteObject(directory, parameter.Name, parameter.Class, "", (name, writer) =>
        {
            var start = writer.Begin(2);
            writer.Object();
            writer.String(name);
            switch (parameter.Value)
            {
                case double value: writer.Double(value); break;
                case float value: writer.Float(value); break;
                case int value: writer.Int32(value); break;
                case long value: writer.Int64(value); break;
                case bool value: writer.Bool(value); break;
            }
            writer.End(start);
        });

    /// <summary>Writes a text: TObjString.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="name">Name of its key.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public void WriteText(string directory, string name, string text) => WriteObject(directory, name, "TObjString", "Collectable string class", (_, writer) =>
    {
        var start = writer.Begin(1);
        writer.Object();
        writer.String(text);
        writer.End(start);
    });

    /// <summary>Writes a name with a title: TNamed.</summary>
    /// <param name="directory">Names of directories joined by <c>/</c>; empty for the top of the file.</param>
    /// <param name="name">The name.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The directory holds an object of that name.</exception>
    /// <exception cref="OutputException">The disk is full; the writer can then only be disposed.</exception>
    public void WriteNamed(string directory, string name, string title) =>
        WriteObject(directory, name, "TNamed", title, (last, writer) => writer.Named(last, title));

    private void WriteObject(string directory, string name, string className, string title, Action<string, ObjectWriter> encode) => Guarded(() =>
    {
        Queue.Drain();
        var (folder, last) = Place(directory, name);
        _object.Clear();
        encode(last, _object);
        var cycle = folder.Reserve(last, Options.NameTaken);
        WriteKeyed(folder, new WrittenKey(className, last, title, 0, 0, 0, 0) { Cycle = cycle }, _object, Options.ForObjects);
        _classes.Add(className);
    });
}
