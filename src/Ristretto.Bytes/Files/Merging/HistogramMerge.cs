namespace Ristretto.Bytes.Files.Merging;

/// <summary>Histograms and profiles: contents, squares, statistics and entries add up; titles, colours and functions are those of the first file.</summary>
internal sealed class HistogramMerge : KeptObject
{
    private readonly SummedHistogram _histogram;
    private int _files = 1;

    public HistogramMerge(string path, RootFile file, KeyRecord key, MergeTarget target) : base(path, file, key, target) =>
        _histogram = new SummedHistogram(path, key.ClassName, file.Path, HistogramLayout.Of(key.ClassName, Payload, key.KeyBytes, file.Origin(path, key)), Payload);

    public override string Describe() => $"sum of {_files}{(_histogram.OtherFunctions is { } other ? $"; functions of {FirstFile} kept, those of {other} are others" : "")}";

    public override void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        var payload = file.ReadPayload(other);
        _histogram.Add(file, HistogramLayout.Of(other.ClassName, payload, other.KeyBytes, file.Origin(Path, other)), payload);
        _files++;
    }

    public override void Write() => Write(patch =>
    {
        if (_files > 1) _histogram.Edit(patch);
    }, _histogram.Grown);
}
