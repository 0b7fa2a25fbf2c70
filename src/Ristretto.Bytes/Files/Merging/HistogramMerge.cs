using System.Globalization;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Histograms and profiles: contents, squares, statistics and entries add up; titles, colours, labels and functions are those of the first file.</summary>
internal sealed class HistogramMerge : KeptObject
{
    private readonly HistogramLayout _layout;
    private readonly List<SummedNumbers> _sums = [];
    private int _files = 1;

    public HistogramMerge(string path, RootFile file, KeyRecord key, MergeTarget target) : base(path, file, key, target)
    {
        _layout = HistogramLayout.Of(key.ClassName, Payload, key.KeyBytes, file.Origin(path, key));
        foreach (var (_, count, letter) in _layout.Sums) _sums.Add(new SummedNumbers(count, letter));
        AddUp(_layout, Payload);
    }

    public override string Describe() => $"sum of {_files}";

    public override void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        var payload = file.ReadPayload(other);
        var layout = HistogramLayout.Of(other.ClassName, payload, other.KeyBytes, file.Origin(Path, other));
        if ((layout.Reason ?? _layout.Reason) is { } reason) throw Refused(file, reason);
        for (var i = 0; i < _layout.Axes.Count; i++)
        {
            if (!IsSame(_layout.Axes[i], layout.Axes[i]))
                throw Refused(file, $"its axis {"xyz"[i]} has {Describe(layout.Axes[i])}, in {FirstFile} {Describe(_layout.Axes[i])}");
        }
        if (layout.Kind != _layout.Kind) throw Refused(file, $"it is a profile with {layout.Kind}, in {FirstFile} with {_layout.Kind}");
        if (!layout.Sums.Select(sum => sum.Count).SequenceEqual(_layout.Sums.Select(sum => sum.Count)))
            throw Refused(file, $"squares of weights are kept here or in {FirstFile}, not in both");
        AddUp(layout, payload);
        _files++;
    }

    public override void Write() => Write(patch =>
    {
        if (_files == 1) return;
        for (var i = 0; i < _sums.Count; i++)
        {
            var bytes = _sums[i].ToBytes() ?? throw new SchemaException(FirstFile, $"{Path}: the sum of a bin does not fit into a {Key.ClassName}; leave it out with --skip {Path}");
            patch.Replace(_layout.Sums[i].At, bytes.Length, bytes);
        }
    });

    private void AddUp(HistogramLayout layout, byte[] payload)
    {
        for (var i = 0; i < _sums.Count; i++) _sums[i].Add(payload.AsSpan(layout.Sums[i].At));
    }

    private static bool IsSame(AxisRecord a, AxisRecord b) =>
        a.Bins == b.Bins && a.Low.Equals(b.Low) && a.High.Equals(b.High) && a.Edges.SequenceEqual(b.Edges) && a.Labels.SequenceEqual(b.Labels, StringComparer.Ordinal);

    private static string Describe(AxisRecord axis) => string.Create(CultureInfo.InvariantCulture,
        $"{axis.Bins} bins from {axis.Low} to {axis.High}{(axis.Edges.Count > 0 ? " of different width" : "")}{(axis.Labels.Count > 0 ? $" labelled {string.Join(", ", axis.Labels.Where(label => label.Length > 0).Take(5))}" : "")}");

    private SchemaException Refused(RootFile file, string reason) => new(file.Path, $"{Path}, a {Key.ClassName}, cannot be summed: {reason}; leave it out with --skip {Path}");
}
