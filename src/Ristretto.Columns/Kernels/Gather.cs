using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Kernels;

/// <summary>Picks values by position, and turns masks into positions.</summary>
internal static class Gather
{
    /// <summary><c>result[i] = values[positions[i]]</c>.</summary>
    internal static void Apply<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> result) where T : unmanaged
    {
        if (result.Length < positions.Length) throw new ArgumentException($"{positions.Length} positions for {result.Length} values");
        var i = Eights(values, positions, result);
        for (; i < positions.Length; i++)
        {
            var position = positions[i];
            if ((uint)position >= (uint)values.Length) ThrowOutside(position, values.Length);
            result[i] = values[position];
        }
    }

    /// <summary>Picks eight values at a time and returns how many are done; stops before eight of which one lies outside.</summary>
    /// <remarks>Only the check is done in a vector: loading one by one is as fast as the gather instruction, and faster on some processors.</remarks>
    private static unsafe int Eights<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> result) where T : unmanaged
    {
        if (values.IsEmpty || !Vector256.IsHardwareAccelerated) return 0;
        var i = 0;
        fixed (T* from = values)
        fixed (T* to = result)
        fixed (int* at = positions)
        {
            var last = Vector256.Create((uint)values.Length - 1);
            for (; i <= positions.Length - 8; i += 8)
            {
                var eight = Vector256.Load(at + i);
                if (Vector256.GreaterThanAny(eight.AsUInt32(), last)) break;
                for (var j = i; j < i + 8; j++) to[j] = from[at[j]];
            }
        }
        return i;
    }

    /// <summary>Turns positions inside each list into positions in the flat values.</summary>
    internal static void ToFlat(ReadOnlySpan<int> local, ReadOnlySpan<int> offsets, ReadOnlySpan<int> target, Span<int> flat)
    {
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var first = target[list];
            var length = target[list + 1] - first;
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                if ((uint)local[i] >= (uint)length)
                    throw new ArgumentOutOfRangeException(null, $"position {local[i]} in event {list}, whose list has {length} elements");
                flat[i] = first + local[i];
            }
        }
    }

    /// <summary>As <see cref="ToFlat"/>, with −1 for the position −1.</summary>
    internal static void ToFlatOrNone(ReadOnlySpan<int> local, ReadOnlySpan<int> offsets, ReadOnlySpan<int> target, Span<int> flat)
    {
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var length = target[list + 1] - target[list];
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                if (local[i] >= length)
                    throw new ArgumentOutOfRangeException(null, $"position {local[i]} in event {list}, whose list has {length} elements");
                flat[i] = local[i] < 0 ? -1 : target[list] + local[i];
            }
        }
    }

    /// <summary><c>result[i] = values[positions[i]]</c>, zero and no mark for the position −1.</summary>
    internal static void ApplyOrNone<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> result, Span<byte> marks) where T : unmanaged
    {
        for (var i = 0; i < positions.Length; i++)
        {
            var found = positions[i] >= 0;
            result[i] = found ? values[positions[i]] : default;
            marks[i] = found ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Copies the lists of the chosen events one after the other; <paramref name="kept"/> are the offsets of the result.</summary>
    internal static void Lists<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets, ReadOnlySpan<int> events, ReadOnlySpan<int> kept, Span<T> result)
        where T : unmanaged
    {
        for (var i = 0; i < events.Length; i++)
        {
            var (from, to, count) = (offsets[events[i]], kept[i], kept[i + 1] - kept[i]);
            // Eight at once where there is room: what is too much the next lists write over.
            if (count <= 8 && from <= values.Length - 8 && to <= result.Length - 8) Eight(values.Slice(from, 8), result.Slice(to, 8));
            else values.Slice(from, count).CopyTo(result[to..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight<T>(ReadOnlySpan<T> from, Span<T> to) where T : unmanaged =>
        Unsafe.As<T, EightValues<T>>(ref MemoryMarshal.GetReference(to)) = Unsafe.As<T, EightValues<T>>(ref MemoryMarshal.GetReference(from));

    [InlineArray(8)]
    private struct EightValues<T>
    {
        private T _first;
    }

    /// <summary>Offsets of the lists of the chosen events; returns the number of values in them.</summary>
    internal static int Offsets(ReadOnlySpan<int> offsets, ReadOnlySpan<int> events, Span<int> kept)
    {
        var sum = 0;
        kept[0] = 0;
        for (var i = 0; i < events.Length; i++)
        {
            if ((uint)events[i] >= (uint)(offsets.Length - 1)) ThrowOutside(events[i], offsets.Length - 1);
            sum += offsets[events[i] + 1] - offsets[events[i]];
            kept[i + 1] = sum;
        }
        return sum;
    }

    /// <summary>Numbers that count on from the first of each chosen list: positions of the elements of the lists of some events.</summary>
    internal static void Ranges(ReadOnlySpan<int> offsets, ReadOnlySpan<int> events, ReadOnlySpan<int> kept, Span<int> result)
    {
        for (var i = 0; i < events.Length; i++)
        {
            var (to, count, from) = (kept[i], kept[i + 1] - kept[i], offsets[events[i]]);
            for (var j = 0; j < count; j++) result[to + j] = from + j;
        }
    }

    [DoesNotReturn]
    private static void ThrowOutside(int position, int length) =>
        throw new ArgumentOutOfRangeException(null, $"there is no event {position} among {length} events");
}
