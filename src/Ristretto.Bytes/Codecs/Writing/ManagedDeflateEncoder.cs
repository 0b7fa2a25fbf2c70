using System.IO.Compression;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>zlib streams without a native library of their own.</summary>
internal sealed class ManagedDeflateEncoder : IBlockEncoder
{
    private readonly MemoryStream _output = new();

    public ReadOnlySpan<byte> Tag => "ZL\u0008"u8;

    public int Encode(ReadOnlySpan<byte> from, Span<byte> to, int level)
    {
        _output.SetLength(0);
        using (var zlib = new ZLibStream(_output, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true)) zlib.Write(from);
        if (_output.Length > to.Length) return 0;
        _output.GetBuffer().AsSpan(0, (int)_output.Length).CopyTo(to);
        return (int)_output.Length;
    }

    public void Dispose() => _output.Dispose();
}
