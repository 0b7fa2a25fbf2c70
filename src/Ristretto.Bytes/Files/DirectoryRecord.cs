using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files;

/// <summary>TDirectory: where the list of a directory's keys is.</summary>
/// <param name="Version">Class version; above 1000 positions are stored in 64 bits.</param>
/// <param name="KeysBytes">fNbytesKeys: size of the key list's record.</param>
/// <param name="NameBytes">fNbytesName.</param>
/// <param name="SeekDirectory">fSeekDir: where the directory's record starts.</param>
/// <param name="SeekParent">fSeekParent.</param>
/// <param name="SeekKeys">fSeekKeys: where the key list's record starts, 0 when there is none.</param>
public sealed record DirectoryRecord(short Version, int KeysBytes, int NameBytes, long SeekDirectory, long SeekParent, long SeekKeys)
{
    /// <summary>Bytes that are read of the longer of the two layouts.</summary>
    public const int LargestSize = 42;

    /// <summary>Decodes a directory structure.</summary>
    /// <exception cref="Errors.RootFormatException">Bytes are missing.</exception>
    public static DirectoryRecord Decode(ReadOnlySpan<byte> bytes, RecordOrigin origin)
    {
        var reader = new BigEndianReader(bytes, origin);
        var version = reader.ReadInt16();
        reader.Skip(8);                                   // times of creation and of the last change
        var isBig = version > 1000;
        return new DirectoryRecord(version, reader.ReadInt32(), reader.ReadInt32(), reader.ReadSeek(isBig), reader.ReadSeek(isBig), reader.ReadSeek(isBig));
    }
}
