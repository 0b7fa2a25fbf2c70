using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files;

/// <summary>TFile: the first bytes of a ROOT file.</summary>
/// <param name="StoredVersion">fVersion as stored: 1 000 000 more for 64-bit positions; negative in files damaged by an old writer.</param>
/// <param name="Begin">fBEGIN: the first record.</param>
/// <param name="End">fEND: the first byte behind the last record.</param>
/// <param name="SeekFree">fSeekFree: the list of free segments.</param>
/// <param name="FreeBytes">fNbytesFree.</param>
/// <param name="NameBytes">fNbytesName: the root directory's structure starts so many bytes behind <paramref name="Begin"/>.</param>
/// <param name="Compression">fCompress: algorithm times 100 plus level; a hint for writing only.</param>
/// <param name="SeekInfo">fSeekInfo: the streamer information, 0 when there is none.</param>
/// <param name="InfoBytes">fNbytesInfo.</param>
/// <param name="Uuid">fUUID.</param>
public sealed record FileHeaderRecord(int StoredVersion, int Begin, long End, long SeekFree, int FreeBytes, int NameBytes, int Compression, long SeekInfo, int InfoBytes, Guid Uuid)
{
    /// <summary>Bytes of the longer of the two layouts.</summary>
    public const int LargestSize = 75;

    private const int BigFile = 1_000_000;

    /// <summary>Whether positions are stored in 64 bits.</summary>
    public bool IsBig => StoredVersion >= BigFile;

    /// <summary>ROOT's version: 63202 is 6.32/02.</summary>
    public int Version => StoredVersion >= BigFile ? StoredVersion - BigFile : StoredVersion < 0 ? StoredVersion + BigFile : StoredVersion;

    /// <summary>Decodes the header; the magic <c>root</c> has been checked.</summary>
    /// <exception cref="Errors.RootFormatException">Bytes are missing or positions make no sense.</exception>
    public static FileHeaderRecord Decode(ReadOnlySpan<byte> bytes, RecordOrigin origin)
    {
        var reader = new BigEndianReader(bytes, origin);
        reader.Skip(4);
        var version = reader.ReadInt32();
        var isBig = version >= BigFile;
        var begin = reader.ReadInt32();
        var end = reader.ReadSeek(isBig);
        var seekFree = reader.ReadSeek(isBig);
        var freeBytes = reader.ReadInt32();
        reader.Skip(4);                                   // nfree
        var nameBytes = reader.ReadInt32();
        reader.Skip(1);                                   // fUnits, informative only
        var compression = reader.ReadInt32();
        var seekInfo = reader.ReadSeek(isBig);
        var infoBytes = reader.ReadInt32();
        reader.Skip(2);                                   // version of TUUID
        var uuid = new Guid(reader.ReadBytes(16), bigEndian: true);
        if (version is < -BigFile or 0) origin.Throw(4, $"fVersion is {version}");
        if (begin < 63) origin.Throw(8, $"fBEGIN is {begin}, expected 100");
        if (nameBytes is < 26 or > short.MaxValue) origin.Throw(isBig ? 36 : 28, $"fNbytesName is {nameBytes}");
        return new FileHeaderRecord(version, begin, end, seekFree, freeBytes, nameBytes, compression, seekInfo, infoBytes, uuid);
    }
}
