using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects.Values;

/// <summary>Strings as their bytes, one after the other.</summary>
internal sealed class TextBuffer : ValueBuffer
{
    private byte[] _bytes = [];
    private int[] _ends = [];
    private int _count;

    /// <summary>The bytes of all strings.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count == 0 ? 0 : _ends[_count - 1]);

    /// <summary>Where each string ends.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, _count);

    public override int Count => _count;

    public override string Shape => "String";

    /// <summary>Appends a string.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        var start = Bytes.Length;
        if (_count == _ends.Length) Array.Resize(ref _ends, Math.Max(16, 2 * _count));
        if (text.Length > _bytes.Length - start) Array.Resize(ref _bytes, (int)Math.Max((long)start + text.Length, Math.Min(2L * _bytes.Length, Array.MaxLength)));
        text.CopyTo(_bytes.AsSpan(start));
        _ends[_count++] = start + text.Length;
    }

    /// <summary>The bytes of one string.</summary>
    public ReadOnlySpan<byte> BytesOf(int index) => _bytes.AsSpan((index == 0 ? 0 : _ends[index - 1]).._ends[index]);

    /// <summary>One string.</summary>
    public string Text(int index) => BigEndianReader.ToText(BytesOf(index));

    public override void Clear() => _count = 0;

    public override void AppendDefault(int count)
    {
        for (var i = 0; i < count; i++) Append([]);
    }
}
