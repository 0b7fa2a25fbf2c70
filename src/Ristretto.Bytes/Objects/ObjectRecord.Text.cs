using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects;

/// <content>For people.</content>
public sealed partial class ObjectRecord
{
    /// <summary>What a member is.</summary>
    /// <exception cref="ArgumentException">There is no such member; names the nearest.</exception>
    public MemberKind KindOf(string member)
    {
        var values = Required(member);
        if (values is NumberBuffer) return MemberKind.Number;
        if (values is TextBuffer) return MemberKind.Text;
        if (values is ObjectBuffer or RecordBuffer) return MemberKind.Object;
        while (values is ListBuffer or ArrayBuffer) values = values is ListBuffer list ? list.Items : ((ArrayBuffer)values).Items;
        return values is NumberBuffer or TextBuffer ? MemberKind.Array : values is OpaqueBuffer ? MemberKind.Unread : MemberKind.Objects;
    }

    /// <summary>The value of a member as text: numbers as they are, lists in brackets, of long ones the beginning.</summary>
    /// <param name="member">Name of the member.</param>
    /// <param name="most">Most values of a list that are shown.</param>
    /// <exception cref="ArgumentException">There is no such member; names the nearest.</exception>
    public string Format(string member, int most = 8) => ValueText.Of(Required(member), _index, most);
}
