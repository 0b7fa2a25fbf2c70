using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Tests.Bytes.Objects;

public class ObjectRecordTests
{
    [Fact]
    public void Names_OfABaseClassThatCouldNotBeRead_CanBeAskedFor()
    {
        var inner = new RecordBuffer("TInner", 1, [new MemberBuffer("TLost", IsBase: true, new OpaqueBuffer("TLost", "nothing describes it"))]);
        var record = new ObjectRecord("TOuter", new RecordBuffer("TOuter", 1, [new MemberBuffer("TInner", IsBase: true, inner)]), 0);

        var name = Assert.Single(record.Names);
        Assert.Equal(("TLost", MemberKind.Unread), (name, record.KindOf(name)));
        Assert.Contains("nothing describes it", record.Format(name), StringComparison.Ordinal);
    }
}
