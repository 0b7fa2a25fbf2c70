using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>A part of a shared array; whoever holds it is one of the users.</summary>
internal readonly record struct SharedSlice(SharedBytes Bytes, int Start, int Length)
{
    public ReadOnlySpan<byte> Span => Bytes.Slice(Start, Length);

    public ReadOnlySpan<T> As<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(Span);
}
