using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>zlib streams by libdeflate (libdeflate.h, version 1.0 or newer): the same levels in a third of the time.</summary>
internal sealed partial class DeflateEncoder() : SafeHandle(invalidHandleValue: 0, ownsHandle: true), IBlockEncoder
{
    private int _level;

    public override bool IsInvalid => handle == 0;

    public ReadOnlySpan<byte> Tag => "ZL\u0008"u8;

    public int Encode(ReadOnlySpan<byte> from, Span<byte> to, int level)
    {
        if (level != _level) Prepare(level);
        return (int)Compress(handle, from, (nuint)from.Length, to, (nuint)to.Length);
    }

    protected override bool ReleaseHandle()
    {
        Free(handle);
        return true;
    }

    private void Prepare(int level)
    {
        if (!IsInvalid) Free(handle);
        SetHandle(Allocate(level));
        if (IsInvalid) throw new InsufficientMemoryException("libdeflate could not allocate its compressor");
        _level = level;
    }

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_alloc_compressor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint Allocate(int level);

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_free_compressor"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void Free(nint state);

    [LibraryImport(CodecLibrary.DeflateName, EntryPoint = "libdeflate_zlib_compress"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint Compress(nint state, ReadOnlySpan<byte> from, nuint fromSize, Span<byte> to, nuint toSize);
}
