namespace Ristretto.Bytes.Sources.Remote;

/// <summary>A source together with something that is disposed after it: its connections, or the copy that was made of it.</summary>
internal sealed class OwningSource(ByteSource inner, IDisposable owned) : ByteSource(inner.Path, inner.Counters)
{
    public override long Length => inner.Length;

    public override int CoalescingGap => inner.CoalescingGap;

    public override bool IsRemote => inner.IsRemote;

    public override void Read(long offset, Span<byte> destination) => inner.Read(offset, destination);

    public override ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default) =>
        inner.ReadAsync(offset, destination, cancellation);

    public override void Read(IReadOnlyList<ByteRange> ranges, Memory<byte> destination) => inner.Read(ranges, destination);

    public override ValueTask ReadAsync(IReadOnlyList<ByteRange> ranges, Memory<byte> destination, CancellationToken cancellation = default) =>
        inner.ReadAsync(ranges, destination, cancellation);

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        inner.Dispose();
        owned.Dispose();
    }
}
