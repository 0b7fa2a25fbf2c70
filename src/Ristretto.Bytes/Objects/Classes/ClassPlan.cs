using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>A base class or member with the step that reads it.</summary>
/// <param name="Name">Name of the member or of the base class.</param>
/// <param name="IsBase">Whether it is a base class.</param>
/// <param name="Step">Reads it.</param>
/// <param name="IsFlat">Whether it is a base class whose header is left out where objects are stored member by member.</param>
internal readonly record struct PlannedMember(string Name, bool IsBase, Step Step, bool IsFlat = false);

/// <summary>How one version of a class is read: its members in stored order. Made once per file, safe for several threads.</summary>
/// <param name="className">The class.</param>
/// <param name="version">Its version.</param>
/// <param name="members">Base classes and members in stored order.</param>
internal sealed class ClassPlan(string className, int version, PlannedMember[] members)
{
    /// <summary>The class.</summary>
    public string ClassName => className;

    /// <summary>Its version.</summary>
    public int Version => version;

    /// <summary>Base classes and members in stored order.</summary>
    public PlannedMember[] Members => members;

    /// <summary>Number of buffers that its values need, those of nested classes counted.</summary>
    public long Size { get; } = 1 + members.Sum(member => member.Step.Size);

    /// <summary>Buffers for objects of the class.</summary>
    public RecordBuffer NewBuffer() => new(className, version, [.. members.Select(member => new MemberBuffer(member.Name, member.IsBase, member.Step.NewBuffer()))]);

    /// <summary>The place of a member among members and base classes: indices from here down; null when there is none.</summary>
    public int[]? Find(string name)
    {
        for (var i = 0; i < members.Length; i++)
            if (!members[i].IsBase && members[i].Name == name) return [i];
        for (var i = 0; i < members.Length; i++)
            if (members[i] is { IsBase: true, Step: ClassStep { Plan: { } plan } } && plan.Find(name) is { } below) return [i, .. below];
        return null;
    }
}
