using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Codecs;

/// <summary>A decompression context of libzstd (zstd.h, version 1.3 or newer).</summary>
internal sealed partial class ZstdState() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
{
    // The block by block functions are exported but not promised for ever; without them whole frames are decoded.
    private static readonly Lazy<bool> s_canStop = new(static () =>
        CodecLibrary.Zstd.Export("ZSTD_decompressBegin") is not null && CodecLibrary.Zstd.Export("ZSTD_decompressContinue") is not null
        && CodecLibrary.Zstd.Export("ZSTD_nextSrcSizeToDecompress") is not null);

    public override bool IsInvalid => handle == 0;

    /// <summary>Whether <see cref="TryDecodePrefix"/> can be used.</summary>
    public static bool CanStop => s_canStop.Value;

    public static ZstdState Create()
    {
        var state = new ZstdState();
        state.SetHandle(CreateContext());
        return state.IsInvalid ? throw new InsufficientMemoryException("libzstd could not allocate its context") : state;
    }

    /// <summary>Decodes one frame; false with the library's words when it does not give exactly <paramref name="to"/>.</summary>
    public bool TryDecode(ReadOnlySpan<byte> from, Span<byte> to, out string? problem)
    {
        var result = Decompress(handle, to, (nuint)to.Length, from, (nuint)from.Length);
        problem = IsError(result) != 0 ? ErrorText(result)
            : result == (nuint)to.Length ? null : $"the frame gives {result} bytes, its block promises {to.Length}";
        return problem is null;
    }

    /// <summary>Decodes the frame's blocks, each up to 128 KiB, until <paramref name="wanted"/> bytes are there; the number then produced, or -1 with the problem.</summary>
    public unsafe int TryDecodePrefix(ReadOnlySpan<byte> from, Span<byte> to, int wanted, out string? problem)
    {
        var (read, produced) = (0, 0);
        var result = Begin(handle);
        fixed (byte* source = from, target = to)
        {
            while (IsError(result) == 0)
            {
                var next = NextSourceSize(handle);
                if (next == 0 || next > (nuint)(from.Length - read))
                {
                    problem = next == 0 ? $"the frame gives {produced} bytes, its block promises {to.Length}" : "the frame is truncated";
                    return -1;
                }
                result = Continue(handle, target + produced, (nuint)(to.Length - produced), source + read, next);
                if (IsError(result) != 0) break;
                read += (int)next;
                produced += (int)result;
                if (produced < wanted) continue;
                problem = null;
                return produced;
            }
        }
        problem = ErrorText(result);
        return -1;
    }

    protected override bool ReleaseHandle() => FreeContext(handle) == 0;

    private static string ErrorText(nuint code) => Marshal.PtrToStringUTF8(ErrorName(code)) ?? $"error {code}";

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_createDCtx"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint CreateContext();

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_freeDCtx"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint FreeContext(nint context);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_isError"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial uint IsError(nuint code);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_getErrorName"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint ErrorName(nuint code);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_decompressDCtx"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint Decompress(nint context, Span<byte> to, nuint toSize, ReadOnlySpan<byte> from, nuint fromSize);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_decompressBegin"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint Begin(nint context);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_nextSrcSizeToDecompress"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nuint NextSourceSize(nint context);

    [LibraryImport(CodecLibrary.ZstdName, EntryPoint = "ZSTD_decompressContinue"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe partial nuint Continue(nint context, byte* to, nuint toSize, byte* from, nuint fromSize);
}
