using System.IO.MemoryMappedFiles;
using Ristretto.Bytes.Sources;

namespace Ristretto.Benchmarks;

/// <summary>A local file through a memory map, to be compared with reading at offsets.</summary>
internal sealed unsafe class MappedSource : ByteSource
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    internal MappedSource(string path) : base(path)
    {
        Length = new FileInfo(path).Length;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public override long Length { get; }

    public override int CoalescingGap => 128 * 1024;

    public override void Read(long offset, Span<byte> destination) => new ReadOnlySpan<byte>(_start + offset, destination.Length).CopyTo(destination);

    public override ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        Read(offset, destination.Span);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
