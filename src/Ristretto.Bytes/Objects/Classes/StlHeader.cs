using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>Byte count and version in front of a collection.</summary>
/// <param name="End">Position behind the collection; -1 when no byte count is stored.</param>
/// <param name="Version">Version of the writing rules, 9 today.</param>
/// <param name="IsMemberWise">Whether members follow one after the other, each for all items.</param>
internal readonly record struct StlHeader(int End, int Version, bool IsMemberWise)
{
    private const uint ByteCountBit = 0x4000_0000;
    private const int MemberWiseBit = 0x4000;

    /// <summary>Reads a header.</summary>
    public static StlHeader Read(ref BigEndianReader reader)
    {
        var start = reader.Position;
        var end = (reader.PeekUInt32() & ByteCountBit) == 0 ? -1 : ObjectHeader.ReadEnd(ref reader, start);
        var version = reader.ReadInt16();
        return new StlHeader(end, version & ~MemberWiseBit, (version & MemberWiseBit) != 0);
    }

    /// <summary>Checks that the collection ends where its byte count says.</summary>
    public void Leave(ref BigEndianReader reader, string what)
    {
        if (End >= 0 && reader.Position != End) reader.Fail($"{what} has {End - reader.Position} bytes more than its layout explains");
    }
}
