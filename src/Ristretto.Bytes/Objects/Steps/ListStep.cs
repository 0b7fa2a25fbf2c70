using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Containers of the standard library: a count, then the items.</summary>
/// <param name="typeName">The type in C++, for errors.</param>
/// <param name="item">Reads the items when they follow one after the other.</param>
/// <param name="members">The class of the items, for containers that are stored member by member; null when they cannot be.</param>
/// <param name="hasHeader">Whether a header comes first: members of classes and branches have one, containers in containers have none.</param>
internal sealed class ListStep(string typeName, Step item, ClassStep? members, bool hasHeader) : Step
{
    private const int FirstVersionWithClass = 8;

    /// <summary>The same without a header, as it stands inside another container.</summary>
    public ListStep WithoutHeader() => new(typeName, item, members, hasHeader: false);

    public override int LeastBytes => 4;

    public override long Size => 1 + item.Size;

    public override ValueBuffer NewBuffer() => new ListBuffer(item.NewBuffer());

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var list = (ListBuffer)target;
        scope.Enter(ref reader);
        if (!hasHeader) ReadItems(ref reader, scope, list, count);
        else
        {
            var header = StlHeader.Read(ref reader);
            if (header.IsMemberWise) ReadMemberWise(ref reader, scope, list, count, header);
            else ReadItems(ref reader, scope, list, count);
            header.Leave(ref reader, typeName);
        }
        scope.Leave();
    }

    private void ReadItems(ref BigEndianReader reader, StreamScope scope, ListBuffer list, int count)
    {
        CheckCount(ref reader, count, 4, "an array of containers");
        for (var i = 0; i < count; i++) item.Read(ref reader, scope, list.Items, ReadLength(ref reader, list, item.LeastBytes));
    }

    /// <summary>Reads containers that are stored member by member: the version of the items' class, then for each container its length and the members.</summary>
    public void ReadMemberWise(ref BigEndianReader reader, StreamScope scope, ListBuffer list, int count, StlHeader header)
    {
        var items = members ?? (item as BoxedStep)?.Members(scope);
        if (items is null) reader.Fail($"{typeName} is stored member by member, but its items have no members");
        var layout = header.Version < FirstVersionWithClass ? null : items.ReadVersion(ref reader);
        CheckCount(ref reader, count, 4, "an array of containers");
        for (var i = 0; i < count; i++)
        {
            // Of nothing, no member has a header either.
            if (ReadLength(ref reader, list, leastBytes: 1) is not (> 0 and var length)) continue;
            if (list.Items is ObjectBuffer objects) BoxedStep.ReadMembers(ref reader, scope, objects, length, items, layout);
            else items.ReadMembers(ref reader, scope, (RecordBuffer)list.Items, length, layout);
        }
    }

    private int ReadLength(ref BigEndianReader reader, ListBuffer list, int leastBytes)
    {
        var length = reader.ReadInt32();
        CheckCount(ref reader, length, leastBytes, typeName);
        if (list.Items.Count > int.MaxValue - length) reader.Fail("there are too many items");
        list.Append(length);
        return length;
    }
}
