using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field that holds one of several types, <c>std::variant</c>.</summary>
public sealed class VariantField : NTupleFieldWriter
{
    private readonly HandoverBuffer _tags = new();
    private readonly List<ListEnds> _counts = [];
    private readonly WrittenColumn _column = new(ColumnEncoding.Switch, 96);

    internal VariantField(NTupleWriter tuple, NTupleFieldWriter? parent, string name) : base(tuple, parent, name) { }

    /// <summary>The place of a further alternative.</summary>
    public FieldSlot Alternative => new(Tuple, this, $"_{SubFields.Count}");

    /// <inheritdoc/>
    public override string TypeName => SubFields.All(item => item.TypeName.Length > 0) ? $"std::variant<{string.Join(',', SubFields.Select(item => item.TypeName))}>" : "";

    internal override ushort Role => 3;

    internal override IReadOnlyList<WrittenColumn> Columns => [_column];

    private protected override long? WaitingElements => _tags.Length;

    /// <summary>Appends which alternative each element is, counted from 0; its value is appended to that alternative.</summary>
    /// <exception cref="ArgumentException">There is no such alternative.</exception>
    public void Append(ReadOnlySpan<byte> alternatives)
    {
        Tuple.RequireOpen();
        while (_counts.Count < SubFields.Count) _counts.Add(new ListEnds());
        foreach (var alternative in alternatives)
            if (alternative >= SubFields.Count) throw new ArgumentException($"field \"{Name}\" has {SubFields.Count} alternatives, none with number {alternative}");
        _tags.Append(alternatives);
        foreach (var alternative in alternatives)
            for (var k = 0; k < _counts.Count; k++) _counts[k].Append(k == alternative ? 1 : 0);
    }

    internal override long ItemsOf(NTupleFieldWriter item, long elements) =>
        SubFields.IndexOf(item) is var k && k < _counts.Count ? _counts[k].ElementsOf(elements) : 0;

    internal override void Release()
    {
        base.Release();
        _tags.Release();
        foreach (var count in _counts) count.Release();
    }

    private protected override long OwnBytesOf(long elements) => _column.BytesOf(elements);

    // Per element its position among those of its alternative in the cluster, in 64 bits, and the alternative, counted from 1, in 32.
    private protected override void CutOwn(WrittenCluster cluster, long elements)
    {
        var switches = new HandoverBuffer();
        var positions = new long[SubFields.Count];
        var tags = _tags.As<byte>();
        for (var i = 0; i < elements; i++)
        {
            var words = switches.Extend<uint>(3);
            var position = positions[tags[i]]++;
            (words[0], words[1], words[2]) = ((uint)(position & uint.MaxValue), (uint)(position >> 32), tags[i] + 1u);
        }
        SubmitPages(cluster, _column, switches, 12, elements);
        switches.Release();
        _tags.Advance((int)elements);
        foreach (var count in _counts)
        {
            count.Leave(elements);
            count.Waiting.Advance(checked((int)(8 * elements)));
        }
    }
}
