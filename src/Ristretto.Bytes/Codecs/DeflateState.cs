using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Codecs;

/// <summary>A decompressor of libdeflate (libdeflate.h, version 1.0 or newer).</summary>
internal sealed partial class DeflateState() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    public static DeflateState Create()
    {
        var state = new DeflateState();
        state.SetHandle(Allocate());
        return state.IsInvalid ? throw new InsufficientMemoryException("libdeflate could not allocate its decompressor") : state;
    }

    /// <summary>Inflates a zlib stream with its Adler-32; true when it gives exactly <paramref name="to"/>.</summary>
    public bool TryInflateZlib(ReadOnlySpan<byte> from, Span<byte> to, out nuint actual) => Zlib(handle, from, (nuint)from.Length, to, (nuint)to.Length, out actual) == 0 && actual == (nuint)to.Length;

    /// <summary>Inflates a bare deflate stream; true when it gives exactly <paramref name="to"/>.</summary>
    public bool TryInflateRaw(ReadOnlySpan<byte> from, Span<byte> to, out nuint actual) => Raw(handle, from, (nuint)from.Length, to, (nuint)to.Length, out actual) == 0 && actual == (nuint)to.Length;

    protected override bool ReleaseHandle()
    {
        Free(handle);
        return true;
    }

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_alloc_decompressor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint Allocate();

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_free_decompressor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void Free(nint state);

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_zlib_decompress"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Zlib(nint state, ReadOnlySpan<byte> from, nuint fromSize, Span<byte> to, nuint toSize, out nuint actual);

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_deflate_decompress"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Raw(nint state, ReadOnlySpan<byte> from, nuint fromSize, Span<byte> to, nuint toSize, out nuint actual);
}
