using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Keys and values of a map, or pairs, in turns, without headers.</summary>
internal sealed class PairStep(ClassPlan plan, Step first, Step second) : Step
{
    public override int LeastBytes => first.LeastBytes + second.LeastBytes;

    public override int FixedBytes => first.FixedBytes > 0 && second.FixedBytes > 0 ? first.FixedBytes + second.FixedBytes : 0;

    public override long Size => plan.Size;

    public override ValueBuffer NewBuffer() => plan.NewBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        CheckCount(ref reader, count, LeastBytes, "a map");
        for (var i = 0; i < count; i++)
        {
            first.Read(ref reader, scope, record.Members[0].Values, 1);
            second.Read(ref reader, scope, record.Members[1].Values, 1);
        }
        record.Added(count);
    }
}
