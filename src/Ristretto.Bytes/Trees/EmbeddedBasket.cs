using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <summary>A basket that was not full when the tree was written and so is stored inside the tree's record.</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="KeyBytes">Offsets count from so many bytes before the values.</param>
/// <param name="OffsetsAt">Position of the entry offsets in the tree's record, -1 when there are none.</param>
/// <param name="ValuesAt">Position of the values in the tree's record.</param>
/// <param name="ValueBytes">Bytes of the values.</param>
/// <param name="IsMasked">Whether only 24 bits of the offsets count.</param>
internal readonly record struct EmbeddedBasket(int Entries, int KeyBytes, int OffsetsAt, int ValuesAt, int ValueBytes, bool IsMasked)
{
    /// <summary>Whether it is a placeholder without entries.</summary>
    public static bool IsEmpty(Branch branch, BasketOrigin origin, int position)
    {
        var reader = Reader(branch, origin, position);
        return BasketRecord.Decode(ref reader).Entries == 0;
    }

    /// <summary>Decodes its head and finds its parts.</summary>
    /// <exception cref="Errors.RootFormatException">A length makes no sense.</exception>
    public static EmbeddedBasket Decode(Branch branch, BasketOrigin origin, int position)
    {
        var reader = Reader(branch, origin, position);
        var basket = BasketRecord.Decode(ref reader);
        int flag = basket.Flag;
        var isGenerated = flag >= 80;
        if (isGenerated) flag -= 80;
        var (offsetsAt, isMasked) = (-1, flag is > 20 and < 40);
        if (!isGenerated && flag % 10 != 2 && basket.Entries > 0)
        {
            var count = reader.ReadInt32();
            if (count < basket.Entries || count > reader.Remaining / 4) reader.Fail($"{count} entry offsets for {basket.Entries} entries");
            offsetsAt = reader.Position;
            reader.Skip(4 * count);
            if (flag > 40)
            {
                var more = reader.ReadInt32();
                if (more < 0 || more > reader.Remaining / 4) reader.Fail($"{more} displacements");
                reader.Skip(4 * more);
            }
        }
        if (flag != 1 && flag <= 10) reader.Fail($"the embedded basket has {basket.Entries} entries but no values (flag {basket.Flag})");
        if (basket.Version <= 1) reader.Skip(4);
        if (basket.Border < 0 || basket.Last > reader.Remaining) reader.Fail($"fLast is {basket.Last} with {reader.Remaining} bytes left");
        return new EmbeddedBasket(basket.Entries, basket.KeyBytes, offsetsAt, reader.Position + basket.KeyBytes, basket.Border, isMasked);
    }

    private static BigEndianReader Reader(Branch branch, BasketOrigin origin, int position)
    {
        var reader = new BigEndianReader(branch.Tree.Payload, origin);
        reader.Seek(position);
        return reader;
    }
}
