namespace Ristretto.Bytes.Objects.Values;

/// <summary>A member or a base class of the objects in a <see cref="RecordBuffer"/>.</summary>
/// <param name="Name">Name of the member or of the base class.</param>
/// <param name="IsBase">Whether it is a base class, whose members stand at the same level.</param>
/// <param name="Values">One value per object.</param>
internal readonly record struct MemberBuffer(string Name, bool IsBase, ValueBuffer Values);

/// <summary>Objects of one class, member by member.</summary>
internal sealed class RecordBuffer(string className, int version, MemberBuffer[] members) : ValueBuffer
{
    private int _count;

    /// <summary>The class.</summary>
    public string ClassName => className;

    /// <summary>The class version of the file.</summary>
    public int Version => version;

    /// <summary>Base classes and members in stored order.</summary>
    public MemberBuffer[] Members => members;

    public override int Count => _count;

    public override string Shape => $"{className}{{{string.Join(',', members.Select(member => $"{member.Name}:{member.Values.Shape}"))}}}";

    /// <summary>Counts objects whose members have been appended.</summary>
    public void Added(int count) => _count += count;

    public override void Clear()
    {
        _count = 0;
        foreach (var member in members) member.Values.Clear();
    }

    public override void AppendDefault(int count)
    {
        foreach (var member in members) member.Values.AppendDefault(count);
        _count += count;
    }

    /// <summary>A member of the class or of its base classes; null when there is none of that name.</summary>
    public ValueBuffer? Find(string name)
    {
        foreach (var member in members)
            if (!member.IsBase && member.Name == name) return member.Values;
        foreach (var member in members)
        {
            if (!member.IsBase) continue;
            if (member.Values is RecordBuffer record)
            {
                if (record.Find(name) is { } found) return found;
            }
            else if (member.Name == name)
            {
                return member.Values;       // a base class that could not be read stands for itself
            }
        }
        return null;
    }

    /// <summary>Names of all members with those of base classes, which come first.</summary>
    public IEnumerable<(string Name, ValueBuffer Values)> AllMembers()
    {
        foreach (var member in members)
        {
            if (!member.IsBase) yield return (member.Name, member.Values);
            else if (member.Values is RecordBuffer record)
                foreach (var inherited in record.AllMembers()) yield return inherited;
            else yield return (member.Name, member.Values);
        }
    }
}
