using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>A TClonesArray whose objects are of a known class: lists of records.</summary>
internal sealed class ClonesStep(ClassStep item) : Step
{
    private const uint BypassBit = 1 << 12;

    public override int LeastBytes => 4;

    public override long Size => 1 + item.Size;

    public override ValueBuffer NewBuffer() => new ListBuffer(item.NewBuffer());

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var list = (ListBuffer)target;
        scope.Enter(ref reader);
        for (var i = 0; i < count; i++)
        {
            var header = ObjectHeader.Read(ref reader);
            var isMemberWise = (Streamed.ReadObjectBits(ref reader) & BypassBit) != 0;
            reader.ReadStringBytes();                                            // fName
            var layout = scope.Classes.ClonesLayout(BigEndianReader.ToText(reader.ReadStringBytes()), item.Plan.ClassName);
            if (layout is null) reader.Fail($"the objects in a TClonesArray are not of class {item.Plan.ClassName}");
            var length = Math.Abs((long)reader.ReadInt32());
            reader.Skip(4);                                                      // fLowerBound
            CheckCount(ref reader, length, 1, "a TClonesArray");
            var records = (RecordBuffer)list.Items;
            if (isMemberWise)
            {
                list.Append((int)length);
                if (length > 0) item.ReadMembers(ref reader, scope, records, (int)length, layout);
            }
            else
            {
                var present = 0;
                for (var k = 0; k < length; k++)
                {
                    if (reader.ReadByte() == 0) continue;
                    item.Read(ref reader, scope, records, 1);
                    present++;
                }
                list.Append(present);
            }
            header.Leave(ref reader, "TClonesArray");
        }
        scope.Leave();
    }
}
