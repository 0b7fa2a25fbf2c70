using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>Lets the system write a growing file to the disk while more of it is made, so that little is left to wait for when the file must be
/// there for certain. Only a wish: elsewhere than on Linux, and where the file system knows no such thing, nothing happens.</summary>
/// <param name="handle">The file.</param>
internal sealed partial class WriteBack(SafeFileHandle handle)
{
    private const long Step = 32 << 20;

    private long _begun;

    /// <summary>Tells how much of the file is there.</summary>
    public void Reached(long end)
    {
        if (end - _begun < Step) return;
        if (OperatingSystem.IsLinux()) _ = SyncFileRange(handle, _begun, end - _begun, 2);
        _begun = end;
    }

    // SYNC_FILE_RANGE_WRITE, 2: begin to write the changed pages of the range that are not being written already.
    [LibraryImport("libc", EntryPoint = "sync_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileRange(SafeFileHandle handle, long offset, long bytes, uint flags);
}
