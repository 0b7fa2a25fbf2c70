using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Codecs;

/// <summary>A decoder of liblzma (lzma/base.h and lzma/container.h, version 5.0 or newer). liblzma keeps its memory from stream to stream.</summary>
internal sealed unsafe partial class LzmaState : SafeHandle
{
    // Preset 9 is the largest that ROOT writes: a dictionary of 64 MiB.
    private static readonly Lazy<ulong> s_memoryLimit = new(static () => MemoryUsage(9));

    private const int Ok = 0, StreamEnd = 1, MemoryLimit = 6, FormatError = 7, DataError = 9, BufferError = 10;
    private const int Finish = 3;

    public LzmaState() : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(NativeBlock.AllocateZeroed(sizeof(Stream)));

    public override bool IsInvalid => handle == 0;

    /// <summary>Decodes one .xz stream, which must fill <paramref name="to"/> exactly and end with <paramref name="from"/>, and verifies its check.
    /// Null, or what was wrong.</summary>
    public string? Decode(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var stream = (Stream*)handle;
        var started = StartDecoder(stream, s_memoryLimit.Value, 0);
        if (started != Ok) return $"liblzma cannot start (code {started})";
        fixed (byte* source = from, target = to)
        {
            stream->NextIn = source;
            stream->AvailableIn = (nuint)from.Length;
            stream->NextOut = target;
            stream->AvailableOut = (nuint)to.Length;
            int result;
            do
            {
                result = Code(stream, Finish);
            }
            while (result == Ok);
            var missing = stream->AvailableOut;
            stream->NextIn = null;
            stream->NextOut = null;
            return missing == 0 && result == StreamEnd ? null : Describe(result, to.Length - (int)missing, to.Length);
        }
    }

    protected override bool ReleaseHandle()
    {
        End((Stream*)handle);
        NativeBlock.Free(handle);
        return true;
    }

    private static string Describe(int result, int produced, int promised) => result switch
    {
        StreamEnd => $"the LZMA stream gives {produced} bytes, its block promises {promised}",
        MemoryLimit => $"the LZMA stream asks for more than the {s_memoryLimit.Value >> 20} MiB of the highest preset",
        FormatError => "the block holds no .xz stream",
        DataError => "the LZMA stream is corrupt or its checksum differs",
        BufferError => $"the LZMA stream is truncated, or longer than the {promised} bytes that its block promises",
        _ => $"the LZMA stream is corrupt (liblzma code {result})",
    };

    /// <summary>lzma_stream.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Stream
    {
        public byte* NextIn;
        public nuint AvailableIn;
        public ulong TotalIn;
        public byte* NextOut;
        public nuint AvailableOut;
        public ulong TotalOut;
        public nint Allocator;
        public nint Internal;
        public nint Reserved1, Reserved2, Reserved3, Reserved4;
        public ulong SeekPosition, Reserved5;
        public nuint Reserved6, Reserved7;
        public int Reserved8, Reserved9;
    }

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_stream_decoder"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int StartDecoder(Stream* stream, ulong memoryLimit, uint flags);

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_code"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Code(Stream* stream, int action);

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_end"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void End(Stream* stream);

    [LibraryImport(CodecLibrary.LzmaName, EntryPoint = "lzma_easy_decoder_memusage"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial ulong MemoryUsage(uint preset);
}
