using System.Buffers.Binary;
using System.Text;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>A branch with one string per entry, TLeafC.</summary>
public sealed class StringColumn : TreeColumn
{
    private const int LongString = 255;
    private readonly HandoverBuffer _ends = new();
    private long _end;
    private long _before;
    private int _longest;

    internal StringColumn(TreeWriter tree, string name, string title) : base(tree, name, title, LeafForm.String, null, []) { }

    /// <summary>Bytes of the longest string, and one more.</summary>
    internal override int LeafLength => _longest + 1;

    internal override long LeafMaximum => _longest + 1;

    private protected override HandoverBuffer? Ends => _ends;

    private protected override long EndsFrom => _before;

    private protected override int EndScale => 1;

    /// <summary>Appends one string per entry, stored as UTF-8.</summary>
    /// <param name="values">Shape <c>[entries]</c>.</param>
    public void Append(ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            var length = Encoding.UTF8.GetByteCount(value);
            Encoding.UTF8.GetBytes(value, Next(length));
        }
    }

    /// <summary>Appends one string, for one entry.</summary>
    /// <param name="text">Its bytes, UTF-8.</param>
    public void Append(ReadOnlySpan<byte> text) => text.CopyTo(Next(text.Length));

    internal override string? Check(long entries) => _ends.Length == 8 * entries ? null
        : $"column \"{Name}\" has {_ends.Length / 8} strings for {entries} entries";

    internal override long BytesOf(long entries) => entries == 0 ? 0 : _ends.As<long>()[(int)entries - 1] - _before;

    internal override void AfterCut(int entries)
    {
        if (entries == 0) return;
        _before = _ends.As<long>()[entries - 1];
        _ends.Advance(8 * entries);
    }

    internal override void Release()
    {
        base.Release();
        _ends.Release();
    }

    // Room for a string behind its length.
    private Span<byte> Next(int length)
    {
        Tree.RequireOpen();
        _longest = Math.Max(_longest, length);
        var prefix = length < LongString ? 1 : 5;
        var room = Values.Extend<byte>(prefix + length);
        room[0] = (byte)Math.Min(length, LongString);
        if (prefix > 1) BinaryPrimitives.WriteInt32BigEndian(room[1..], length);
        _end += prefix + length;
        _ends.Extend<long>(1)[0] = _end;
        return room[prefix..];
    }
}
