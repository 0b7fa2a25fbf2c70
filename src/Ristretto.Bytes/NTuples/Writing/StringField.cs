using System.Text;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field of strings, <c>std::string</c>.</summary>
public sealed class StringField : NTupleFieldWriter
{
    private readonly ListEnds _ends = new();
    private readonly HandoverBuffer _characters = new();
    private readonly WrittenColumn _index;
    private readonly WrittenColumn _text = new(ColumnEncoding.Char, 8);

    internal StringField(NTupleWriter tuple, NTupleFieldWriter? parent, string name) : base(tuple, parent, name) => _index = tuple.IndexColumn();

    /// <inheritdoc/>
    public override string TypeName => "std::string";

    internal override IReadOnlyList<WrittenColumn> Columns => [_index, _text];

    private protected override long? WaitingElements => _ends.Count;

    /// <summary>Appends strings, stored as UTF-8: one per entry at the top, flat over all lists inside of a list.</summary>
    public void Append(ReadOnlySpan<string> values)
    {
        Tuple.RequireOpen();
        foreach (var value in values)
        {
            var length = Encoding.UTF8.GetByteCount(value);
            Encoding.UTF8.GetBytes(value, _characters.Extend<byte>(length));
            _ends.Append(length);
        }
    }

    /// <summary>Appends one string, as UTF-8.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        Tuple.RequireOpen();
        _characters.Append(text);
        _ends.Append(text.Length);
    }

    internal override void Release()
    {
        _ends.Release();
        _characters.Release();
    }

    private protected override long OwnBytesOf(long elements) => _index.BytesOf(elements) + _ends.ElementsOf(elements);

    private protected override void CutOwn(WrittenCluster cluster, long elements)
    {
        var characters = _ends.ElementsOf(elements);
        SubmitPages(cluster, _index, _ends.Waiting, 8, elements, _ends.Leave(elements));
        SubmitPages(cluster, _text, _characters, 1, characters);
    }
}
