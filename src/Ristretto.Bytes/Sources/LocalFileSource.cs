using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources;

/// <summary>A file of the local file system, read at offsets without a shared position.</summary>
public sealed partial class LocalFileSource : ByteSource
{
    private const int WillNeed = 3;                       // POSIX_FADV_WILLNEED
    private const int AnnouncedAtOnce = 512 * 1024;       // Linux brings no more into memory for one call than its devices like to read at once

    private readonly SafeFileHandle _handle;

    private LocalFileSource(string path, SafeFileHandle handle, long length) : base(path) => (_handle, Length) = (handle, length);

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>128 KiB.</summary>
    public override int CoalescingGap => 128 * 1024;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="SourceException">It is missing (with the nearest name of its folder), a directory, empty, or not readable.</exception>
    public static LocalFileSource Open(string path)
    {
        if (Directory.Exists(path)) throw new SourceException(path, "is a directory");
        try
        {
            var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
            var length = RandomAccess.GetLength(handle);
            if (length > 0) return new LocalFileSource(path, handle, length);
            handle.Dispose();
            throw new SourceException(path, "the file is empty");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException(path, MissingFile.Describe(path), innerException: e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SourceException(path, "no permission to read it", innerException: e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new SourceException(path, $"cannot be opened: {e.Message}", innerException: e);
        }
    }

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        Check(offset, destination.Length);
        Counters.AddRequest(destination.Length);
        try
        {
            while (!destination.IsEmpty)
            {
                var count = RandomAccess.Read(_handle, destination, offset);
                if (count == 0) throw Shrunk(offset);
                destination = destination[count..];
                offset += count;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(Path, $"reading at byte {offset} failed: {e.Message}", isRetryable: true, e);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        Check(offset, destination.Length);
        Counters.AddRequest(destination.Length);
        try
        {
            while (!destination.IsEmpty)
            {
                var count = await RandomAccess.ReadAsync(_handle, destination, offset, cancellation).ConfigureAwait(false);
                if (count == 0) throw Shrunk(offset);
                (destination, offset) = (destination[count..], offset + count);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(Path, $"reading at byte {offset} failed: {e.Message}", isRetryable: true, e);
        }
    }

    /// <inheritdoc/>
    internal override void Announce(IReadOnlyList<ByteRange> ranges)
    {
        if (!OperatingSystem.IsLinux()) return;
        foreach (var range in ranges)
            for (var at = range.Offset; at < range.End; at += AnnouncedAtOnce)
                _ = Announce(_handle, (nint)at, (nint)Math.Min(AnnouncedAtOnce, range.End - at), WillNeed);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _handle.Dispose();

    private void Check(long offset, int count)
    {
        if (offset < 0 || offset > Length - count)
            throw new SourceException(Path, $"{count} bytes at byte {offset} lie outside the file of {Length} bytes");
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Announce(SafeFileHandle file, nint offset, nint length, int advice);

    private SourceException Shrunk(long offset) => new(Path, $"the file ended at byte {offset}; it had {Length} bytes when it was opened");
}
