using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files;

/// <content>Histograms by name.</content>
public sealed partial class RootFile
{
    /// <summary>Reads a histogram of class TH1, TH2 or TH3.</summary>
    /// <param name="path">Name, path <c>folder/name</c>, or with cycle <c>name;2</c>; without a cycle the highest.</param>
    /// <exception cref="SchemaException">There is no such histogram; names the nearest.</exception>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public HistogramRecord GetHistogram(string path)
    {
        var key = Find(path) ?? throw new SchemaException(Path, $"has no histogram {path}{NearestNames.Hint(path, HistogramPaths())}");
        if (!HistogramRecord.IsHistogram(key.ClassName)) throw new SchemaException(Path, $"{path} is a {key.ClassName}, not a histogram{NearestNames.Hint(path, HistogramPaths())}");
        return GetHistogram(path, key);
    }

    /// <summary>Reads the histogram of a key, whose path is for errors.</summary>
    /// <exception cref="RootFormatException">The record is damaged, or of another class.</exception>
    public HistogramRecord GetHistogram(string path, KeyRecord key) =>
        HistogramRecord.Decode(key.ClassName, ReadPayload(key), key.KeyBytes, Origin(path, key));

    private IEnumerable<string> HistogramPaths() => AllKeys().Where(entry => HistogramRecord.IsHistogram(entry.Key.ClassName)).Select(entry => entry.Path);
}
