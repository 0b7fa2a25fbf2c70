using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Memory;

/// <summary>Memory that the garbage collector does not move, for structures that native libraries keep pointers to.</summary>
internal static unsafe class NativeBlock
{
    /// <summary>A block of zeros, to be returned with <see cref="Free"/>.</summary>
    public static nint AllocateZeroed(int bytes) => (nint)NativeMemory.AllocZeroed((nuint)bytes);

    /// <summary>Returns a block.</summary>
    public static void Free(nint block) => NativeMemory.Free((void*)block);
}
