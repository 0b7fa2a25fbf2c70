using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Containers or strings as a member: one header in front of all of them, those of an array and those of several objects too.</summary>
/// <param name="typeName">The type in C++, for errors.</param>
/// <param name="dimensions">Fixed dimensions of the member; empty for a single one.</param>
/// <param name="bare">Reads one without a header.</param>
internal sealed class HeadedStep(string typeName, IReadOnlyList<int> dimensions, Step bare) : Step
{
    private readonly Step _array = ArrayStep.Of(dimensions, bare);

    public override int LeastBytes => 0;

    public override long Size => _array.Size;

    public override ValueBuffer NewBuffer() => _array.NewBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var header = StlHeader.Read(ref reader);
        if (header.IsMemberWise && bare is ListStep list)
        {
            var number = (long)count;
            while (target is ArrayBuffer array) (target, number) = (array.Items, number * array.Length);
            CheckCount(ref reader, number, 4, typeName);
            list.ReadMemberWise(ref reader, scope, (ListBuffer)target, (int)number, header);
        }
        else _array.Read(ref reader, scope, target, count);
        header.Leave(ref reader, typeName);
    }
}
