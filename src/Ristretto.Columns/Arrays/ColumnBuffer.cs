using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Columns.Arrays;

/// <summary>A run of values in a workspace or on the heap: what every column is made of. Whoever allocates one writes it once; after that it is only read.</summary>
internal readonly struct ColumnBuffer<T> where T : unmanaged
{
    private readonly byte[]? _bytes;
    private readonly int _start;
    private readonly int _generation;

    internal ColumnBuffer(Workspace? workspace, byte[] bytes, int start, int length)
    {
        (Workspace, _bytes, _start, Length) = (workspace, bytes, start, length);
        _generation = workspace?.Generation ?? 0;
    }

    private ColumnBuffer(Workspace? workspace, byte[] bytes, int start, int length, int generation) =>
        (Workspace, _bytes, _start, Length, _generation) = (workspace, bytes, start, length, generation);

    /// <summary>The workspace that owns the memory and in which results are computed; null for the heap.</summary>
    internal Workspace? Workspace { get; }

    internal int Length { get; }

    /// <summary>A buffer of <paramref name="length"/> values, not initialised.</summary>
    internal static ColumnBuffer<T> Allocate(Workspace? workspace, int length)
    {
        if (workspace is not null) return workspace.Allocate<T>(length);
        return new ColumnBuffer<T>(null, GC.AllocateUninitializedArray<byte>(checked(length * Unsafe.SizeOf<T>()) + 64), 0, length);
    }

    internal static ColumnBuffer<T> CopyOf(ReadOnlySpan<T> values, Workspace? workspace = null)
    {
        var buffer = Allocate(workspace, values.Length);
        values.CopyTo(buffer.Span);
        return buffer;
    }

    internal Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_bytes is null) return default;
            ThrowIfStale();
            return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _start)), Length);
        }
    }

    /// <summary>One value, read as another type of which the buffer has <see cref="Length"/> values. The caller has checked that the buffer is alive and the position lies inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TValue At<TValue>(int position) where TValue : unmanaged =>
        Unsafe.Add(ref Unsafe.As<byte, TValue>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes!), _start)), position);

    /// <summary>The first values of this buffer, as a view.</summary>
    internal ColumnBuffer<T> First(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        ThrowIfStale();
        return _bytes is null ? default : new ColumnBuffer<T>(Workspace, _bytes, _start, length);
    }

    /// <summary>The same memory, taken for that of a workspace, in which what is computed from it then lies.</summary>
    internal ColumnBuffer<T> In(Workspace workspace)
    {
        ThrowIfStale();
        return _bytes is null ? default : new ColumnBuffer<T>(workspace, _bytes, _start, Length);
    }

    /// <summary>Some values of this buffer, as a view.</summary>
    internal ColumnBuffer<T> Slice(int start, int length)
    {
        if ((uint)start > (uint)Length || (uint)length > (uint)(Length - start))
            throw new ArgumentOutOfRangeException(null, $"there are no {length} events from {start} on among {Length} events");
        ThrowIfStale();
        return _bytes is null ? default : new ColumnBuffer<T>(Workspace, _bytes, _start + start * Unsafe.SizeOf<T>(), length, _generation);
    }

    /// <summary>Whether both are the same memory.</summary>
    internal bool IsSame(in ColumnBuffer<T> other) => ReferenceEquals(_bytes, other._bytes) && _start == other._start && Length == other.Length && _generation == other._generation;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ThrowIfStale()
    {
        if (Workspace is { } owner && owner.Generation != _generation) ThrowStale();
    }

    [DoesNotReturn]
    private static void ThrowStale() => throw new ObjectDisposedException(
        "column", "this column belongs to events that have already been processed; copy what must outlive them with ToArray()");
}
