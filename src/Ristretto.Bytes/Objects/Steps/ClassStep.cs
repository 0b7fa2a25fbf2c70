using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Objects of a described class: a header that names the version, then the members.</summary>
/// <param name="classes">The classes of the file, for other versions than the expected one.</param>
/// <param name="info">The layouts of the class.</param>
/// <param name="plan">The expected version.</param>
internal sealed class ClassStep(ClassCatalogue classes, ClassInfo info, ClassPlan plan) : Step
{
    /// <summary>The expected version.</summary>
    public ClassPlan Plan => plan;

    public override int LeastBytes => 2;

    public override long Size => plan.Size;

    public override ValueBuffer NewBuffer() => plan.NewBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        CheckCount(ref reader, count, 2, "an array of objects");
        scope.Enter(ref reader);
        for (var i = 0; i < count; i++)
        {
            var header = ClassHeader.Read(ref reader, info);
            ReadMembers(ref reader, scope, record, 1, header.Info, isMemberWise: false);
            if (header.End < 0) continue;
            if (reader.Position != header.End) reader.Fail($"an object of class {plan.ClassName} has {header.End - reader.Position} bytes more than its members explain");
        }
        scope.Leave();
    }

    /// <summary>Reads the members of a number of objects, each member for all of them, without headers of the objects.</summary>
    /// <param name="reader">At the first member.</param>
    /// <param name="scope">What the objects of the record share.</param>
    /// <param name="record">Receives them.</param>
    /// <param name="count">Number of objects.</param>
    /// <param name="layout">The version in the file; null for the expected one.</param>
    /// <param name="isMemberWise">Whether base classes come without headers: they are then members like others.</param>
    public void ReadMembers(ref BigEndianReader reader, StreamScope scope, RecordBuffer record, int count, StreamerInfoRecord? layout, bool isMemberWise = true)
    {
        var stored = layout is null || layout.Version == plan.Version ? plan : classes.PlanOf(layout);
        var (owner, members) = (scope.Owner, record.Members);
        if (stored == plan)
        {
            scope.Owner = record;
            for (var i = 0; i < members.Length; i++) Read(ref reader, scope, plan.Members[i], members[i].Values, count, isMemberWise);
        }
        else ReadOtherVersion(ref reader, scope, record, count, stored, isMemberWise);
        scope.Owner = owner;
        record.Added(count);
    }

    /// <summary>Reads the version in front of members that are stored one after the other.</summary>
    public StreamerInfoRecord ReadVersion(ref BigEndianReader reader)
    {
        var version = reader.ReadInt16();
        if (version > 0) return info.OfVersion(version);
        return info.WithChecksum(reader.ReadUInt32()) ?? info.OfVersion(version);
    }

    private static void Read(ref BigEndianReader reader, StreamScope scope, PlannedMember member, ValueBuffer values, int count, bool isMemberWise)
    {
        if (isMemberWise && member.IsFlat && member.Step is ClassStep flat) flat.ReadMembers(ref reader, scope, (RecordBuffer)values, count, null);
        else member.Step.Read(ref reader, scope, values, count);
    }

    // Members that both versions have go to their place, others are read and dropped, new ones stay empty.
    private static void ReadOtherVersion(ref BigEndianReader reader, StreamScope scope, RecordBuffer record, int count, ClassPlan stored, bool isMemberWise)
    {
        var read = stored.NewBuffer();
        for (var i = 0; i < stored.Members.Length; i++)
        {
            var member = read.Members[i];
            if (Array.Find(record.Members, other => other.Name == member.Name && other.IsBase == member.IsBase) is { Values: { } place } && place.Shape == member.Values.Shape)
                read.Members[i] = member with { Values = place };
        }
        scope.Owner = read;
        for (var i = 0; i < stored.Members.Length; i++) Read(ref reader, scope, stored.Members[i], read.Members[i].Values, count, isMemberWise);
        foreach (var member in record.Members)
            if (!Array.Exists(read.Members, other => ReferenceEquals(other.Values, member.Values))) member.Values.AppendDefault(count);
    }
}
