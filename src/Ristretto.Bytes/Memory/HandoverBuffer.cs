using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Memory;

/// <summary>Values that are appended at one end and handed over at the other, without being copied in between: whoever takes them shares the array.
/// One owner, not thread-safe; what was handed over may be read on another thread.</summary>
internal sealed class HandoverBuffer
{
    private const int SmallestCapacity = 1 << 12;

    private SharedBytes? _bytes;
    private int _start;
    private int _end;

    /// <summary>Bytes that are held.</summary>
    public int Length => _end - _start;

    /// <summary>Position of the first held byte in <see cref="Bytes"/>.</summary>
    public int Start => _start;

    /// <summary>The array, for those who share it.</summary>
    public SharedBytes Bytes => _bytes ??= SharedBytes.Rent(SmallestCapacity);

    /// <summary>What is held, as values.</summary>
    public ReadOnlySpan<T> As<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes.Slice(_start, Length));

    /// <summary>Appends values.</summary>
    /// <exception cref="ArgumentException">More than 2 GB would be held.</exception>
    public void Append<T>(ReadOnlySpan<T> values) where T : unmanaged => values.CopyTo(Extend<T>(values.Length));

    /// <summary>Room for so many further values, which count as appended.</summary>
    /// <exception cref="ArgumentException">More than 2 GB would be held.</exception>
    public Span<T> Extend<T>(int count) where T : unmanaged
    {
        var bytes = (long)count * Unsafe.SizeOf<T>();
        if (_bytes is null || bytes > _bytes.Capacity - _end) Grow(bytes);
        var room = MemoryMarshal.Cast<byte, T>(_bytes!.Slice(_end, (int)bytes));
        _end += (int)bytes;
        return room;
    }

    /// <summary>Gives up the first bytes; those who share the array keep them.</summary>
    public void Advance(int bytes)
    {
        _start += bytes;
        if (_start < _end) return;
        // Nothing is held: a fresh array is cheaper than to find out whether somebody still reads this one.
        if (_bytes is not null && _end > _bytes.Capacity / 2) Release();
    }

    /// <summary>Lets go of the array.</summary>
    public void Release()
    {
        _bytes?.Release();
        _bytes = null;
        _start = _end = 0;
    }

    private void Grow(long bytes)
    {
        var held = Length;
        if (held + bytes > Array.MaxLength) throw new ArgumentException("more than 2 GB wait in one column; hand over smaller batches");
        var capacity = (int)Math.Clamp(2 * (held + bytes), SmallestCapacity, Array.MaxLength);
        var larger = SharedBytes.Rent(capacity);
        _bytes?.Slice(_start, held).CopyTo(larger.Slice(0, held));
        _bytes?.Release();
        (_bytes, _start, _end) = (larger, 0, held);
    }
}
