using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Arrays of a fixed length: the items of all, one after the other.</summary>
internal sealed class ArrayStep(int length, Step item) : Step
{
    /// <summary>Whether the file declares the dimension where its types are written.</summary>
    public bool IsDeclared { get; init; } = true;

    /// <summary>An array of several dimensions, outermost first; the item itself without dimensions.</summary>
    public static Step Of(IReadOnlyList<int> dimensions, Step item)
    {
        for (var i = dimensions.Count - 1; i >= 0; i--) item = new ArrayStep(dimensions[i], item);
        return item;
    }

    public override int LeastBytes => (int)Math.Min(int.MaxValue, (long)length * item.LeastBytes);

    public override int FixedBytes => (long)length * item.FixedBytes is <= int.MaxValue and var bytes ? (int)bytes : 0;

    public override long Size => 1 + item.Size;

    public override ValueBuffer NewBuffer() => new ArrayBuffer(length, item.NewBuffer()) { IsDeclared = IsDeclared };

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var items = (long)count * length;
        CheckCount(ref reader, items, item.LeastBytes, "an array");
        item.Read(ref reader, scope, ((ArrayBuffer)target).Items, (int)items);
    }
}

/// <summary>Arrays whose length another member of the object holds: a flag, then the items when it is set.</summary>
/// <param name="counter">Place of the counter in the object.</param>
/// <param name="item">Reads an item.</param>
/// <param name="hasHeader">Whether a byte count and a version come first instead of the flag: arrays of objects.</param>
internal sealed class CountedArrayStep(int[] counter, Step item, bool hasHeader) : Step
{
    public override long Size => 1 + item.Size;

    public override ValueBuffer NewBuffer() => new ListBuffer(item.NewBuffer());

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var list = (ListBuffer)target;
        var counts = Counter(ref reader, scope, count);
        var header = hasHeader ? StlHeader.Read(ref reader) : default;
        for (var i = 0; i < count; i++)
        {
            var length = counts.Integer(counts.Count - count + i);
            if (!hasHeader && reader.ReadByte() == 0) length = 0;
            CheckCount(ref reader, length, item.LeastBytes, "an array");
            list.Append((int)length);
            item.Read(ref reader, scope, list.Items, (int)length);
        }
        if (hasHeader) header.Leave(ref reader, "an array of objects");
    }

    private NumberBuffer Counter(ref BigEndianReader reader, StreamScope scope, int count)
    {
        ValueBuffer? at = scope.Owner;
        foreach (var index in counter) at = (at as RecordBuffer)?.Members[index].Values;
        if (at is not NumberBuffer counts || counts.Count < Math.Max(1, count)) reader.Fail("the length of an array is not an integer of the same object");
        else return counts;
        return null!;
    }
}
