using System.Buffers;

namespace Ristretto.Bytes.Memory;

/// <summary>A pooled array with several users, on several threads; the last one to let go returns it.</summary>
internal sealed class SharedBytes
{
    private readonly byte[] _array;
    private int _users = 1;

    private SharedBytes(byte[] array) => _array = array;

    /// <summary>An array of at least so many bytes with one user, the caller.</summary>
    public static SharedBytes Rent(int length) => new(ArrayPool<byte>.Shared.Rent(length));

    /// <summary>Bytes in the array.</summary>
    public int Capacity => _array.Length;

    /// <summary>A part of the array, valid as long as the caller is a user.</summary>
    public Span<byte> Slice(int start, int length) => _array.AsSpan(start, length);

    /// <summary>Adds a user.</summary>
    public SharedBytes Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    /// <summary>One user less.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0) ArrayPool<byte>.Shared.Return(_array);
    }
}
