using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>The members of an object without its header, as branches hold whole objects whose streamer is not their own.</summary>
internal sealed class MembersStep(ClassStep step) : Step
{
    public override long Size => step.Size;

    public override ValueBuffer NewBuffer() => step.NewBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        for (var i = 0; i < count; i++) step.ReadMembers(ref reader, scope, (RecordBuffer)target, 1, null, isMemberWise: false);
    }
}
