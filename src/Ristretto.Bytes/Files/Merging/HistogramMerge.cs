using System.Buffers.Binary;
using System.Globalization;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Histograms and profiles: contents, squares, statistics and entries add up; titles, colours and functions are those of the first file. Bins with labels
/// are added to those of the same label; where only some files keep squares of weights, the weights of the others were 1.</summary>
internal sealed class HistogramMerge : KeptObject
{
    private const double SameEdge = 1e-12;   // of the width of the axis: what arithmetic makes of the same edges

    private readonly HistogramLayout _layout;
    private readonly SummedNumbers[] _sums;
    private string _lost = "";
    private int _files = 1;

    public HistogramMerge(string path, RootFile file, KeyRecord key, MergeTarget target) : base(path, file, key, target)
    {
        _layout = HistogramLayout.Of(key.ClassName, Payload, key.KeyBytes, file.Origin(path, key));
        _sums = Read(_layout, Payload, null);
    }

    public override string Describe() => $"sum of {_files}{_lost}";

    public override void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        var payload = file.ReadPayload(other);
        var layout = HistogramLayout.Of(other.ClassName, payload, other.KeyBytes, file.Origin(Path, other));
        if ((layout.Reason ?? _layout.Reason) is { } reason) throw Refused(file, reason);
        for (var i = 0; i < _layout.Axes.Count; i++)
        {
            if (!HaveSameBins(_layout.Axes[i], layout.Axes[i]))
                throw Refused(file, $"its axis {"xyz"[i]} has {Describe(layout.Axes[i])}, in {FirstFile} {Describe(_layout.Axes[i])}");
        }
        if (layout.Kind != _layout.Kind) throw Refused(file, $"it is a profile with {layout.Kind}, in {FirstFile} with {_layout.Kind}");
        var others = Read(layout, payload, CellsByLabel(layout));
        foreach (var (squares, contents) in _layout.Squares)
        {
            if (_sums[squares].Count == 0 && others[squares].Count > 0) _sums[squares] = _sums[contents].AsSquares();
            if (others[squares].Count == 0 && _sums[squares].Count > 0) others[squares] = others[contents].AsSquares();
        }
        for (var i = 0; i < _sums.Length; i++)
        {
            if (_sums[i].Count != others[i].Count) throw Refused(file, $"it holds an array of {others[i].Count} numbers, in {FirstFile} of {_sums[i].Count}");
            _sums[i].Add(others[i]);
        }
        if (!FunctionsOf(layout, payload).SequenceEqual(FunctionsOf(_layout, Payload))) _lost = $"; functions of {FirstFile} kept, those of {file.Path} are others";
        _files++;
    }

    public override void Write()
    {
        var hasGrown = _layout.Squares.Exists(pair => _layout.Sums[pair.Squares].Count != _sums[pair.Squares].Count);
        Write(patch =>
        {
            if (_files == 1) return;
            for (var i = 0; i < _sums.Length; i++)
            {
                var bytes = _sums[i].ToBytes() ?? throw new SchemaException(FirstFile, $"{Path}: the sum of a bin does not fit into a {Key.ClassName}; leave it out with --skip {Path}");
                var (at, count, _) = _layout.Sums[i];
                if (count == _sums[i].Count) patch.Replace(at, bytes.Length, bytes);
                else patch.Replace(at - 4, 4, WithCount(_sums[i].Count, bytes));
            }
        }, hasGrown ? _layout.Enclosing : null);
    }

    private static byte[] WithCount(int count, byte[] numbers)
    {
        var bytes = new byte[4 + numbers.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, count);
        numbers.CopyTo(bytes, 4);
        return bytes;
    }

    private static SummedNumbers[] Read(HistogramLayout layout, byte[] payload, int[]? cells) => [.. layout.Sums.Select((part, i) =>
    {
        var sum = new SummedNumbers(part.Count, part.Letter);
        sum.Add(payload.AsSpan(part.At), i == 0 ? null : cells);     // the first are the statistics of all cells
        return sum;
    })];

    private static ReadOnlySpan<byte> FunctionsOf(HistogramLayout layout, byte[] payload) => payload.AsSpan(layout.Functions.At..layout.Functions.End);

    // Which cell of ours those of another histogram are added to, where its bins have our labels in another order.
    private int[]? CellsByLabel(HistogramLayout other)
    {
        if (_layout.Axes is not [{ Labels.Count: > 0 } mine] || mine.Labels.SequenceEqual(other.Axes[0].Labels, StringComparer.Ordinal)) return null;
        var bins = mine.Labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i + 1, StringComparer.Ordinal);
        return [0, .. other.Axes[0].Labels.Select(label => bins[label]), mine.Bins + 1];
    }

    private bool HaveSameBins(AxisRecord a, AxisRecord b)
    {
        if (a.Bins != b.Bins || a.Edges.Count != b.Edges.Count || !a.Edges.Append(a.Low).Append(a.High).Zip(b.Edges.Append(b.Low).Append(b.High)).All(pair => IsSame(pair.First, pair.Second))) return false;
        if (a.Labels.SequenceEqual(b.Labels, StringComparer.Ordinal)) return true;
        // In another order each label has to be there, once, and the only axis.
        return _layout.Axes.Count == 1 && a.Labels.Distinct(StringComparer.Ordinal).Count() == a.Bins && a.Labels.Order(StringComparer.Ordinal).SequenceEqual(b.Labels.Order(StringComparer.Ordinal), StringComparer.Ordinal);

        bool IsSame(double x, double y) => x.Equals(y) || Math.Abs(x - y) <= SameEdge * Math.Abs(a.High - a.Low);
    }

    private static string Describe(AxisRecord axis) => string.Create(CultureInfo.InvariantCulture,
        $"{axis.Bins} bins from {axis.Low} to {axis.High}{(axis.Edges.Count > 0 ? " of different width" : "")}{(axis.Labels.Count > 0 ? $" labelled {string.Join(", ", axis.Labels.Where(label => label.Length > 0).Take(5))}" : "")}");

    private SchemaException Refused(RootFile file, string reason) => new(file.Path, $"{Path}, a {Key.ClassName}, cannot be summed: {reason}; leave it out with --skip {Path}");
}
