using System.Runtime.InteropServices;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli.Diagnostics;

/// <summary>The codecs' native libraries: which are there, in which version, and what is lost without them.</summary>
internal static unsafe class NativeLibraries
{
    private const string Slower = "our own decoder is used, which is slower";

    internal static IEnumerable<Finding> Check() =>
    [
        Check("ZSTD", "libzstd.so.1", "ZSTD_versionString", "libzstd1", "libzstd", null),
        Check("LZMA", "liblzma.so.5", "lzma_version_string", "liblzma5", "xz-libs", null),
        Check("LZ4", "liblz4.so.1", "LZ4_versionString", "liblz4-1", "lz4-libs", Slower),
        Check("zlib", "libdeflate.so.0", null, "libdeflate0", "libdeflate", Slower),
    ];

    /// <summary>Looks for one library; <paramref name="without"/> says how we manage without it, null when we cannot.</summary>
    internal static Finding Check(string codec, string library, string? versionFunction, string debian, string redHat, string? without)
    {
        if (NativeLibrary.TryLoad(library, out var handle))
        {
            var version = versionFunction is not null && NativeLibrary.TryGetExport(handle, versionFunction, out var function)
                ? Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<byte*>)function)()) : null;
            return new Finding(codec, Verdict.Good, version is null ? library : $"{library} {version}");
        }
        var remedy = $"apt install {debian} (Debian, Ubuntu) or dnf install {redHat} (RHEL, Fedora)";
        return without is null
            ? new Finding(codec, Verdict.Problem, $"{library} is missing: files compressed with {codec} cannot be read", remedy, ExitCode.Input)
            : new Finding(codec, Verdict.Note, $"{library} is missing: {without}", remedy);
    }
}
