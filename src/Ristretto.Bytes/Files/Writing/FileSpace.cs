using System.Buffers.Binary;
using System.IO.Hashing;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>The bytes of a file that is being written: where the next record goes, and the hash of what was written.</summary>
internal sealed class FileSpace(FileStream stream, long end, FreeSegments? free = null, bool isDurable = true)
{
    /// <summary>kStartBigFile: positions behind it are stored in 64 bits.</summary>
    public const long LargestSmall = 2_000_000_000;

    private readonly WriteBack? _writeBack = isDurable ? new WriteBack(stream.SafeFileHandle) : null;
    private readonly XxHash128? _hash = free is null ? new XxHash128() : null;

    /// <summary>fEND: the first byte behind the last record.</summary>
    public long End { get; private set; } = end;

    /// <summary>The gaps that may be filled; null in a new file, which has none.</summary>
    public FreeSegments? Free => free;

    /// <summary>Whether a position needs 64 bits.</summary>
    public static bool IsBig(long position) => position > LargestSmall;

    /// <summary>Reserves room for a record: in a gap, or at the end.</summary>
    public long Allocate(int length)
    {
        var gap = free?.Take(length) ?? -1;
        return gap >= 0 ? gap : AllocateAtEnd(length);
    }

    /// <summary>Reserves room behind the last record.</summary>
    public long AllocateAtEnd(long length)
    {
        var position = End;
        End += length;
        return position;
    }

    /// <summary>Leaves room at the end, as deleted records do: each gap begins with its length, negative. On most file systems it takes no space.</summary>
    public void LeaveGap(long bytes)
    {
        Span<byte> marker = stackalloc byte[4];
        while (bytes > 0)
        {
            var length = (int)Math.Min(bytes, 1_000_000_000);
            BinaryPrimitives.WriteInt32BigEndian(marker, -length);
            WriteContent(AllocateAtEnd(length), marker);
            bytes -= length;
        }
    }

    /// <summary>Writes bytes at a position.</summary>
    public void Write(long position, ReadOnlySpan<byte> bytes)
    {
        if (stream.Position != position) stream.Position = position;
        stream.Write(bytes);
        _writeBack?.Reached(position + bytes.Length);
    }

    /// <summary>Writes bytes that belong to the content, from which the identity of the file follows.</summary>
    public void WriteContent(long position, ReadOnlySpan<byte> bytes)
    {
        Write(position, bytes);
        _hash?.Append(bytes);
    }

    /// <summary>The hash of the content so far, as a UUID made by a rule of one's own (RFC 9562, version 8).</summary>
    public byte[] ContentUuid() => AsUuid(_hash?.GetCurrentHash() ?? new byte[16]);

    /// <summary>Marks 16 bytes as such a UUID.</summary>
    public static byte[] AsUuid(byte[] bytes)
    {
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return bytes;
    }
}
