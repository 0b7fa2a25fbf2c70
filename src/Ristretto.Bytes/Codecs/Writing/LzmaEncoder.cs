using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>.xz streams by liblzma (lzma/base.h, lzma/container.h, lzma/lzma12.h, version 5.0 or newer), as ROOT makes them: with a CRC-32, a
/// dictionary no larger than the block, and no lengths in the header.</summary>
internal sealed unsafe partial class LzmaEncoder : SafeHandle, IBlockEncoder
{
    private const int Ok = 0, StreamEnd = 1, Crc32 = 1, Finish = 3;
    private const uint SmallestDictionary = 4096;
    private const ulong Lzma2 = 0x21, NoMoreFilters = ulong.MaxValue;

    public LzmaEncoder() : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(NativeBlock.AllocateZeroed(sizeof(Stream)));

    public override bool IsInvalid => handle == 0;

    public ReadOnlySpan<byte> Tag => "XZ\0"u8;

    public int Encode(ReadOnlySpan<byte> from, Span<byte> to, int level)
    {
        Options options = default;
        if (Preset(&options, (uint)level) != 0) throw new ArgumentOutOfRangeException(nameof(level), level, "liblzma has no such preset");
        options.DictionarySize = Math.Max(SmallestDictionary, Math.Min(options.DictionarySize, (uint)from.Length));
        var filters = stackalloc Filter[2];
        filters[0] = new Filter { Id = Lzma2, Options = &options };
        filters[1] = new Filter { Id = NoMoreFilters };
        var stream = (Stream*)handle;
        var started = StartEncoder(stream, filters, Crc32);
        if (started != Ok) throw new InsufficientMemoryException($"liblzma cannot start (code {started})");
        fixed (byte* source = from, target = to)
        {
            stream->NextIn = source;
            stream->AvailableIn = (nuint)from.Length;
            stream->NextOut = target;
            stream->AvailableOut = (nuint)to.Length;
            var result = Ok;
            while (result == Ok && stream->AvailableOut > 0) result = Code(stream, Finish);
            var left = stream->AvailableOut;
            stream->NextIn = null;
            stream->NextOut = null;
            return result == StreamEnd ? to.Length - (int)left : 0;
        }
    }

    protected override bool ReleaseHandle()
    {
        End((Stream*)handle);
        NativeBlock.Free(handle);
        return true;
    }

    /// <summary>lzma_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ulong Id;
        public void* Options;
    }

    /// <summary>lzma_options_lzma: the dictionary, then what the preset fills in.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Options
    {
        public uint DictionarySize;
    }

    /// <summary>lzma_stream.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Stream
    {
        public byte* NextIn;
        public nuint AvailableIn;
        public ulong TotalIn;
        public byte* NextOut;
        public nuint AvailableOut;
    }

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_lzma_preset"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial byte Preset(Options* options, uint preset);

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_stream_encoder"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int StartEncoder(Stream* stream, Filter* filters, int check);

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_code"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Code(Stream* stream, int action);

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_end"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void End(Stream* stream);
}
