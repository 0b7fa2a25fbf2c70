using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Steps;

namespace Ristretto.Bytes.Trees;

/// <summary>What a TTree stores behind its branches: aliases, index, friends and user info. Read when first asked for.</summary>
internal sealed class TreeTail
{
    private static readonly string[] s_members = ["fAliases", "fIndexValues", "fIndex", "fTreeIndex", "fFriends", "fUserInfo", "fBranchRef"];

    private readonly Dictionary<string, ObjectRecord?> _members = new(StringComparer.Ordinal);

    private TreeTail(Tree tree, TreeRecord record)
    {
        var reader = new BigEndianReader(tree.Payload, tree.File.Origin(tree.Path, tree.Key));
        reader.Seek(record.TailAt);
        var classes = tree.File.Classes;
        var scope = new StreamScope(classes, tree.Key.KeyBytes) { Tags = record.Tags! };
        var described = classes.InfoOf("TTree")?.Versions.FirstOrDefault(info => info.Version == record.Version)?.Elements.Select(element => element.Name).SkipWhile(name => name != "fLeaves").Skip(1).ToArray();
        ObjectHeader.SkipObject(ref reader, "fLeaves");
        foreach (var member in described ?? (record.Version >= 16 ? s_members : []))
        {
            if (reader.Position >= record.EndAt) break;
            if (member is "fIndexValues" or "fIndex")
            {
                var step = NumberArrayStep.Of(member == "fIndex" ? "TArrayI" : "TArrayD")!;
                step.Read(ref reader, scope, step.NewBuffer(), 1);
            }
            else
            {
                var start = reader.Position;
                _members[member] = scope.ReadPointer(ref reader);
                if (member == "fTreeIndex") Index = (start, reader.Position);
            }
        }
    }

    /// <summary>Where fTreeIndex stands; its pointer too.</summary>
    public (int At, int End) Index { get; }

    /// <summary>Reads it.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public static TreeTail Of(Tree tree, TreeRecord record) => new(tree, record);

    /// <summary>The objects of a list member; none when it is not there.</summary>
    public IEnumerable<ObjectRecord> Items(string member) => _members.GetValueOrDefault(member)?.Items.OfType<ObjectRecord>() ?? [];

    /// <summary>The object of a member; null when it is not there.</summary>
    public ObjectRecord? Member(string member) => _members.GetValueOrDefault(member);
}
