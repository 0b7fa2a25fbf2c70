using System.Buffers.Binary;
using System.Globalization;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>The numbers of a histogram, added up over the files. Bins with labels are added to those of the same label; where only some files keep squares of
/// weights, the weights of the others were 1.</summary>
/// <param name="path">Name of the object, with directories.</param>
/// <param name="className">Its class.</param>
/// <param name="firstFile">The first file.</param>
/// <param name="layout">Where its numbers stand there.</param>
/// <param name="payload">The record there.</param>
internal sealed class SummedHistogram(string path, string className, string firstFile, HistogramLayout layout, byte[] payload)
{
    private const double SameEdge = 1e-12;   // of the width of the axis: what arithmetic makes of the same edges

    private readonly SummedNumbers[] _sums = Read(layout, payload, null);

    /// <summary>The first file whose functions are others; null when all have the same.</summary>
    public string? OtherFunctions { get; private set; }

    /// <summary>Byte counts of the objects that become longer; null when none does.</summary>
    public IReadOnlyList<(int At, int End)>? Grown => layout.Squares.Exists(pair => layout.Sums[pair.Squares].Count != _sums[pair.Squares].Count) ? layout.Enclosing : null;

    /// <summary>Adds that of a further file.</summary>
    /// <exception cref="SchemaException">It cannot be added to the others.</exception>
    public void Add(RootFile file, HistogramLayout other, byte[] theirs)
    {
        if ((other.Reason ?? layout.Reason) is { } reason) throw Refused(file, reason);
        for (var i = 0; i < layout.Axes.Count; i++)
        {
            if (!HaveSameBins(layout.Axes[i], other.Axes[i]))
                throw Refused(file, $"its axis {"xyz"[i]} has {Describe(other.Axes[i])}, in {firstFile} {Describe(layout.Axes[i])}");
        }
        if (other.Kind != layout.Kind) throw Refused(file, $"it is a profile with {other.Kind}, in {firstFile} with {layout.Kind}");
        var others = Read(other, theirs, CellsByLabel(other));
        foreach (var (squares, contents) in layout.Squares)
        {
            if (_sums[squares].Count == 0 && others[squares].Count > 0) _sums[squares] = _sums[contents].AsSquares();
            if (others[squares].Count == 0 && _sums[squares].Count > 0) others[squares] = others[contents].AsSquares();
        }
        for (var i = 0; i < _sums.Length; i++)
        {
            if (_sums[i].Count != others[i].Count) throw Refused(file, $"it holds an array of {others[i].Count} numbers, in {firstFile} of {_sums[i].Count}");
            _sums[i].Add(others[i]);
        }
        if (!FunctionsOf(other, theirs).SequenceEqual(FunctionsOf(layout, payload))) OtherFunctions ??= file.Path;
    }

    /// <summary>Puts the sums into the first file's record.</summary>
    /// <exception cref="SchemaException">The sum of a bin does not fit its type.</exception>
    public void Edit(RecordPatch patch)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            var bytes = _sums[i].ToBytes() ?? throw new SchemaException(firstFile, $"{path}: the sum of a bin does not fit into a {className}; leave it out with --skip {path}");
            var (at, count, _) = layout.Sums[i];
            if (count == _sums[i].Count) patch.Replace(at, bytes.Length, bytes);
            else patch.Replace(at - 4, 4, WithCount(_sums[i].Count, bytes));
        }
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
        if (layout.Axes is not [{ Labels.Count: > 0 } mine] || mine.Labels.SequenceEqual(other.Axes[0].Labels, StringComparer.Ordinal)) return null;
        var bins = mine.Labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i + 1, StringComparer.Ordinal);
        return [0, .. other.Axes[0].Labels.Select(label => bins[label]), mine.Bins + 1];
    }

    private bool HaveSameBins(AxisRecord a, AxisRecord b)
    {
        if (a.Bins != b.Bins || a.Edges.Count != b.Edges.Count || !a.Edges.Append(a.Low).Append(a.High).Zip(b.Edges.Append(b.Low).Append(b.High)).All(pair => IsSame(pair.First, pair.Second))) return false;
        if (a.Labels.SequenceEqual(b.Labels, StringComparer.Ordinal)) return true;
        // In another order each label has to be there, once, and the only axis.
        return layout.Axes.Count == 1 && a.Labels.Distinct(StringComparer.Ordinal).Count() == a.Bins && a.Labels.Order(StringComparer.Ordinal).SequenceEqual(b.Labels.Order(StringComparer.Ordinal), StringComparer.Ordinal);

        bool IsSame(double x, double y) => x.Equals(y) || Math.Abs(x - y) <= SameEdge * Math.Abs(a.High - a.Low);
    }

    private static string Describe(AxisRecord axis) => string.Create(CultureInfo.InvariantCulture,
        $"{axis.Bins} bins from {axis.Low} to {axis.High}{(axis.Edges.Count > 0 ? " of different width" : "")}{(axis.Labels.Count > 0 ? $" labelled {string.Join(", ", axis.Labels.Where(label => label.Length > 0).Take(5))}" : "")}");

    private SchemaException Refused(RootFile file, string reason) => new(file.Path, $"{path}, a {className}, cannot be summed: {reason}; leave it out with --skip {path}");
}
