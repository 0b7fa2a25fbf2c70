using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Fuzz.Reading;

/// <summary>A file that is only in memory.</summary>
/// <param name="name">Its name in errors.</param>
/// <param name="bytes">Its bytes.</param>
internal sealed class MemorySource(string name, ReadOnlyMemory<byte> bytes) : ByteSource(name)
{
    public override long Length => bytes.Length;

    public override int CoalescingGap => 4096;

    public override void Read(long offset, Span<byte> destination)
    {
        if (offset < 0 || offset > bytes.Length - destination.Length) throw new SourceException(Path, $"{destination.Length} bytes at byte {offset} lie outside");
        bytes.Span.Slice((int)offset, destination.Length).CopyTo(destination);
    }

    public override ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        Read(offset, destination.Span);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing) { }
}
