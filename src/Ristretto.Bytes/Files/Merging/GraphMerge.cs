using System.Buffers.Binary;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Graphs: the points of all files, one file after the other; title, colours and functions are those of the first.</summary>
internal sealed class GraphMerge : KeptObject
{
    private const int LargestPoints = 1 << 24;                       // 6 arrays of doubles in a record of less than 1 GB

    private readonly GraphLayout _layout;
    private readonly List<byte[]>[] _arrays;
    private string _lost = "";
    private int _points;
    private int _files = 1;

    public GraphMerge(string path, RootFile file, KeyRecord key, MergeTarget target) : base(path, file, key, target)
    {
        _layout = GraphLayout.Of(key.ClassName, Payload, file.Origin(path, key));
        _arrays = [.. _layout.Arrays.Select(at => (List<byte[]>)[NumbersAt(Payload, at, _layout.Points)])];
        _points = _layout.Points;
    }

    /// <summary>Whether objects of this class are graphs that are joined.</summary>
    public static bool Reads(string className) => className is "TGraph" or "TGraphErrors" or "TGraphAsymmErrors";

    public override string Describe() => $"{_points} points of {_files}{_lost}";

    public override void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        var payload = file.ReadPayload(other);
        var layout = GraphLayout.Of(other.ClassName, payload, file.Origin(Path, other));
        _points += layout.Points;
        if (_points > LargestPoints) throw new SchemaException(file.Path, $"{Path}, a {Key.ClassName}, would have {_points} points together, more than the {LargestPoints} that are supported; leave it out with --skip {Path}");
        for (var i = 0; i < _arrays.Length; i++) _arrays[i].Add(NumbersAt(payload, layout.Arrays[i], layout.Points));
        if (_lost.Length == 0 && !payload.AsSpan(layout.Functions.At..layout.Functions.End).SequenceEqual(Payload.AsSpan(_layout.Functions.At.._layout.Functions.End)))
            _lost = $"; functions of {FirstFile} kept, those of {file.Path} are others";
        _files++;
    }

    public override void Write()
    {
        if (_files == 1)
        {
            base.Write();
            return;
        }
        Write(patch =>
        {
            // The points are no longer known to be sorted, and the frame that was drawn around those of the first file does not hold the others.
            var bits = BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(_layout.BitsAt)) & ~GraphLayout.IsSortedX;
            patch.Set(_layout.BitsAt, unchecked((int)(_layout.HasFrame ? bits | GraphLayout.ResetFrame : bits)));
            patch.Set(_layout.PointsAt, _points);
            for (var i = 0; i < _arrays.Length; i++) patch.Replace(_layout.Arrays[i], 1 + 8 * _layout.Points, [1, .. _arrays[i].SelectMany(part => part)]);
        }, _layout.Enclosing);
    }

    private static byte[] NumbersAt(byte[] payload, int at, int points) => payload.AsSpan(at + 1, 8 * points).ToArray();
}
