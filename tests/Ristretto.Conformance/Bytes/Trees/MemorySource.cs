using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Conformance.Bytes.Trees;

/// <summary>A file that is only in memory, to be damaged at will.</summary>
internal sealed class MemorySource(byte[] bytes) : ByteSource("damaged.root")
{
    public override long Length => bytes.Length;

    public override int CoalescingGap => 4096;

    public override void Read(long offset, Span<byte> destination)
    {
        if (offset < 0 || offset > bytes.Length - destination.Length) throw new SourceException(Path, $"{destination.Length} bytes at byte {offset} lie outside");
        bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
    }

    public override ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        Read(offset, destination.Span);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing) { }
}
