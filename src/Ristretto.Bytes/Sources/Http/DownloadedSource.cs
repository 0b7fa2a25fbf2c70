namespace Ristretto.Bytes.Sources.Http;

/// <summary>A file that was fetched as a whole from a server that cannot send parts; the copy is gone when it is closed.</summary>
internal sealed class DownloadedSource(string path, LocalFileSource copy, DirectoryInfo folder) : ByteSource(path)
{
    public override long Length => copy.Length;

    public override int CoalescingGap => copy.CoalescingGap;

    public override void Read(long offset, Span<byte> destination) => copy.Read(offset, destination);

    public override ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default) =>
        copy.ReadAsync(offset, destination, cancellation);

    protected override void Dispose(bool disposing)
    {
        copy.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the system cleans its temporary folder
        }
    }
}
