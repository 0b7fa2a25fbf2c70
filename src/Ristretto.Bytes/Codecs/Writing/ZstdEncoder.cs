using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>A compression context of libzstd (zstd.h, version 1.3 or newer).</summary>
internal sealed partial class ZstdEncoder() : SafeHandle(invalidHandleValue: 0, ownsHandle: true), IBlockEncoder
{
    public override bool IsInvalid => handle == 0;

    public ReadOnlySpan<byte> Tag => "ZS\u0001"u8;

    public static ZstdEncoder Create()
    {
        var state = new ZstdEncoder();
        state.SetHandle(CreateContext());
        return state.IsInvalid ? throw new InsufficientMemoryException("libzstd could not allocate its context") : state;
    }

    public int Encode(ReadOnlySpan<byte> from, Span<byte> to, int level)
    {
        // ROOT asks for twice its own level.
        var result = Compress(handle, to, (nuint)to.Length, from, (nuint)from.Length, 2 * level);
        return IsError(result) != 0 ? 0 : (int)result;
    }

    protected override bool ReleaseHandle() => FreeContext(handle) == 0;

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_createCCtx"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint CreateContext();

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_freeCCtx"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint FreeContext(nint context);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_isError"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial uint IsError(nuint code);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_compressCCtx"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint Compress(nint context, Span<byte> to, nuint toSize, ReadOnlySpan<byte> from, nuint fromSize, int level);
}
