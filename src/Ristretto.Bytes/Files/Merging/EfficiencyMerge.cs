using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>TEfficiency: the histograms of passed and of all events add up, and weights join as w₁w₂/(w₁+w₂), as in TEfficiency::operator+=.</summary>
internal sealed class EfficiencyMerge : KeptObject
{
    private readonly Parts _parts;
    private readonly SummedHistogram _passed, _total;
    private double _weight;
    private int _files = 1;

    public EfficiencyMerge(string path, RootFile file, KeyRecord key, MergeTarget target) : base(path, file, key, target)
    {
        _parts = Read(file, key, Payload);
        _weight = _parts.Weight;
        _passed = new SummedHistogram(path, key.ClassName, file.Path, _parts.Passed, Payload);
        _total = new SummedHistogram(path, key.ClassName, file.Path, _parts.Total, Payload);
    }

    /// <summary>Whether objects of this class are efficiencies.</summary>
    public static bool Reads(string className) => className == "TEfficiency";

    public override string Describe() => $"sum of {_files}";

    public override void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        var payload = file.ReadPayload(other);
        var parts = Read(file, other, payload);
        if (parts.HistogramClass != _parts.HistogramClass) throw new SchemaException(file.Path, $"{Path}, a TEfficiency, holds a {parts.HistogramClass}, in {FirstFile} a {_parts.HistogramClass}; leave it out with --skip {Path}");
        _passed.Add(file, parts.Passed, payload);
        _total.Add(file, parts.Total, payload);
        _weight = _weight * parts.Weight / (_weight + parts.Weight);
        _files++;
    }

    public override void Write() => Write(patch =>
    {
        if (_files == 1) return;
        _passed.Edit(patch);
        _total.Edit(patch);
        patch.Set(_parts.WeightAt, BitConverter.DoubleToInt64Bits(_weight));
    }, _passed.Grown is null && _total.Grown is null ? null : [(_parts.Header.Start, _parts.Header.End), .. _passed.Grown ?? [], .. _total.Grown ?? []]);

    private Parts Read(RootFile file, KeyRecord key, byte[] payload)
    {
        var reader = new BigEndianReader(payload, file.Origin(Path, key));
        var tags = new ClassTags(key.KeyBytes);
        var header = ObjectHeader.Read(ref reader);
        foreach (var part in (ReadOnlySpan<string>)["TNamed", "TAttLine", "TAttFill", "TAttMarker"]) ObjectHeader.SkipObject(ref reader, part);
        reader.Skip(8 + 8);                                          // fBeta_alpha, fBeta_beta
        ObjectHeader.SkipObject(ref reader, "fBeta_bin_params");
        reader.Skip(8);                                              // fConfLevel
        ObjectHeader.SkipObject(ref reader, "fFunctions");
        var (passedClass, passed) = ReadHistogram(ref reader, tags, "fPassedHistogram");
        reader.Skip(4);                                              // fStatisticOption
        var (totalClass, total) = ReadHistogram(ref reader, tags, "fTotalHistogram");
        if (passedClass != totalClass) reader.Fail($"fPassedHistogram is a {passedClass}, fTotalHistogram a {totalClass}");
        var weightAt = reader.Position;
        return new Parts(header, passedClass, passed, total, weightAt, reader.ReadDouble());
    }

    private static (string ClassName, HistogramLayout Layout) ReadHistogram(ref BigEndianReader reader, ClassTags tags, string what)
    {
        var pointer = tags.Read(ref reader);
        if (pointer.ClassName is not { } className || !HistogramLayout.Reads(className))
        {
            reader.Fail($"{what} is no histogram");
            return default;
        }
        var layout = HistogramLayout.Read(ref reader, className, tags);
        if (pointer.End >= 0) reader.Seek(pointer.End);
        return (className, layout);
    }

    private sealed record Parts(ObjectHeader Header, string HistogramClass, HistogramLayout Passed, HistogramLayout Total, int WeightAt, double Weight);
}
