using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Plain numbers, most significant byte first.</summary>
internal sealed class NumberStep : Step
{
    private static readonly NumberStep[] s_all = [.. Enum.GetValues<LeafType>().Select(type => new NumberStep(type))];

    private readonly LeafType _type;
    private readonly int _size;

    private NumberStep(LeafType type) => (_type, _size) = (type, LeafTypes.SizeOf(type));

    /// <summary>The step of a type.</summary>
    public static NumberStep Of(LeafType type) => s_all[(int)type];

    public override int LeastBytes => _size;

    public override int FixedBytes => _size;

    public override ValueBuffer NewBuffer() => new NumberBuffer(_type);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        CheckCount(ref reader, count, _size, "an array");
        var numbers = (NumberBuffer)target;
        if (!numbers.HasRoom(count)) reader.Fail("there are more than 2 GiB of values");
        ByteOrder.Copy(reader.ReadBytes(count * _size), numbers.Append(count), _type);
    }
}
