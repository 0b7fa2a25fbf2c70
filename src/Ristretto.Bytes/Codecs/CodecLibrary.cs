using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Codecs;

/// <summary>A native library of a codec: under which names it is looked for and which package brings it.</summary>
internal sealed class CodecLibrary
{
    public static readonly CodecLibrary Zstd = new(ZstdName, "libzstd1", "libzstd", "libzstd.so.1", "libzstd.1.dylib", "libzstd.dll");
    public static readonly CodecLibrary Lzma = new(LzmaName, "liblzma5", "xz-libs", "liblzma.so.5", "liblzma.5.dylib", "liblzma.dll");
    public static readonly CodecLibrary Lz4 = new(Lz4Name, "liblz4-1", "lz4-libs", "liblz4.so.1", "liblz4.1.dylib", "liblz4.dll");
    public static readonly CodecLibrary Deflate = new(DeflateName, "libdeflate0", "libdeflate", "libdeflate.so.0", "libdeflate.0.dylib", "libdeflate.dll");

    /// <summary>The names in the import declarations.</summary>
    public const string ZstdName = "zstd", LzmaName = "lzma", Lz4Name = "lz4", DeflateName = "deflate";

    private static readonly CodecLibrary[] s_all = [Zstd, Lzma, Lz4, Deflate];

    private readonly string _name;
    private readonly string _debian;
    private readonly string _redHat;
    private readonly string[] _fileNames;
    private readonly Lazy<nint> _handle;

    static CodecLibrary() => NativeLibrary.SetDllImportResolver(typeof(CodecLibrary).Assembly,
        static (name, _, _) => Array.Find(s_all, library => library._name == name)?._handle.Value ?? 0);

    private CodecLibrary(string name, string debian, string redHat, params string[] fileNames)
    {
        (_name, _debian, _redHat, _fileNames) = (name, debian, redHat, fileNames);
        _handle = new Lazy<nint>(Load);
    }

    /// <summary>Whether the library is installed.</summary>
    public bool IsPresent => _handle.Value != 0;

    /// <summary>Address of an exported function, null when the installed version has none of that name.</summary>
    public nint? Export(string function) => IsPresent && NativeLibrary.TryGetExport(_handle.Value, function, out var address) ? address : null;

    /// <summary>The error when it is missing.</summary>
    public string MissingMessage(string codec) =>
        $"{codec} needs the library {_fileNames[0]}, which is not installed (Debian, Ubuntu: apt install {_debian}; RHEL, Fedora: dnf install {_redHat})";

    private nint Load()
    {
        foreach (var name in _fileNames)
            if (NativeLibrary.TryLoad(name, typeof(CodecLibrary).Assembly, DllImportSearchPath.SafeDirectories, out var handle)) return handle;
        return 0;
    }
}
