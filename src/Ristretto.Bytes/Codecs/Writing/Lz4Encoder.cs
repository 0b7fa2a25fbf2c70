using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>LZ4 blocks behind the XXH64 of their bytes (lz4.h, lz4hc.h, version 1.8 or newer).</summary>
internal sealed partial class Lz4Encoder : SafeHandle, IBlockEncoder
{
    private const int ChecksumBytes = 8;

    // ROOT's border between the two modes of the library.
    private const int FirstThoroughLevel = 4;

    public Lz4Encoder() : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(NativeBlock.AllocateZeroed(Math.Max(StateSize(), ThoroughStateSize())));

    public override bool IsInvalid => handle == 0;

    public ReadOnlySpan<byte> Tag => "L4\u0001"u8;

    public int Encode(ReadOnlySpan<byte> from, Span<byte> to, int level)
    {
        if (to.Length <= ChecksumBytes) return 0;
        var bytes = to[ChecksumBytes..];
        var length = level < FirstThoroughLevel
            ? CompressFast(handle, from, bytes, from.Length, bytes.Length, 1)
            : CompressThoroughly(handle, from, bytes, from.Length, bytes.Length, level);
        if (length <= 0) return 0;
        BinaryPrimitives.WriteUInt64BigEndian(to, XxHash64.HashToUInt64(bytes[..length]));
        return length + ChecksumBytes;
    }

    protected override bool ReleaseHandle()
    {
        NativeBlock.Free(handle);
        return true;
    }

    [LibraryImport(CodecLibrary.Lz4Name, EntryPoint = "LZ4_sizeofState"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int StateSize();

    [LibraryImport(CodecLibrary.Lz4Name, EntryPoint = "LZ4_sizeofStateHC"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int ThoroughStateSize();

    [LibraryImport(CodecLibrary.Lz4Name, EntryPoint = "LZ4_compress_fast_extState"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int CompressFast(nint state, ReadOnlySpan<byte> from, Span<byte> to, int fromSize, int toSize, int acceleration);

    [LibraryImport(CodecLibrary.Lz4Name, EntryPoint = "LZ4_compress_HC_extStateHC"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int CompressThoroughly(nint state, ReadOnlySpan<byte> from, Span<byte> to, int fromSize, int toSize, int level);
}
