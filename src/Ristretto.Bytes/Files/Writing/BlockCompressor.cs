using System.IO.Compression;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>Compresses the object of a record into blocks of zlib, ROOT's <c>ZL</c>.</summary>
internal sealed class BlockCompressor : IDisposable
{
    /// <summary>fCompress: algorithm 1, level 1.</summary>
    public const int Setting = 101;

    // ROOT stores objects up to this length as they are.
    private const int SmallObject = 256;
    private const int LargestBlock = 0xFF_FFFF;
    private const int HeaderLength = 9;
    private readonly MemoryStream _output = new();

    /// <summary>The stored form: the compressed blocks, or the object itself when they are not shorter. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= SmallObject) return bytes;
        _output.SetLength(0);
        Span<byte> header = stackalloc byte[HeaderLength];
        for (var from = 0; from < bytes.Length; from += LargestBlock)
        {
            var block = bytes.Slice(from, Math.Min(LargestBlock, bytes.Length - from));
            var start = (int)_output.Length;
            _output.Write(header);
            using (var zlib = new ZLibStream(_output, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(block);
            var length = (int)_output.Length - start - HeaderLength;
            if (length > LargestBlock || _output.Length >= bytes.Length) return bytes;
            WriteHeader(_output.GetBuffer().AsSpan(start), length, block.Length);
        }
        return _output.GetBuffer().AsSpan(0, (int)_output.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private static void WriteHeader(Span<byte> header, int compressed, int uncompressed)
    {
        (header[0], header[1], header[2]) = ((byte)'Z', (byte)'L', 8);
        for (var i = 0; i < 3; i++)
        {
            header[3 + i] = (byte)(compressed >> 8 * i & 0xFF);
            header[6 + i] = (byte)(uncompressed >> 8 * i & 0xFF);
        }
    }
}
