using System.Buffers;

namespace Ristretto.Bytes.Memory;

/// <summary>Scratch memory that is used again and again and grows to the largest size asked for. One owner, not thread-safe.</summary>
public sealed class GrowingBuffer : IDisposable
{
    private byte[] _array = [];
    private bool _disposed;

    /// <summary>Bytes held at present.</summary>
    public int Capacity => _array.Length;

    /// <summary>The held bytes; the array changes when <see cref="Ensure"/> grows it.</summary>
    internal byte[] Array => _array;

    /// <summary>The first <paramref name="length"/> bytes. What they held before is lost when the buffer grows; they are not zeroed.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public Span<byte> Ensure(int length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (length > _array.Length) Grow(length);
        return _array.AsSpan(0, length);
    }

    /// <summary>Returns the memory; further calls do nothing.</summary>
    public void Dispose()
    {
        _disposed = true;
        Release();
    }

    private void Grow(int length)
    {
        Release();
        _array = ArrayPool<byte>.Shared.Rent(length);
    }

    private void Release()
    {
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }
}
