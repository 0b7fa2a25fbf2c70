namespace Ristretto.Events.Json;

/// <summary>Line numbers of rising offsets, each byte looked at once.</summary>
internal ref struct LineCounter(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _offset;
    private int _line = 1;

    /// <summary>The line, from 1, of an offset that is not before the last one asked for.</summary>
    internal int At(int offset)
    {
        _line += _bytes[_offset..offset].Count((byte)'\n');
        _offset = offset;
        return _line;
    }
}
