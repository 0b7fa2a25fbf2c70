using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Pointers to objects of any class: nothing, an object that came before, or the object itself.</summary>
internal sealed class PointerStep : Step
{
    /// <summary>The step.</summary>
    public static readonly PointerStep Instance = new();

    public override int LeastBytes => 4;

    public override ValueBuffer NewBuffer() => new ObjectBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        CheckCount(ref reader, count, 4, "an array of pointers");
        for (var i = 0; i < count; i++) ((ObjectBuffer)target).Append(scope.ReadPointer(ref reader));
    }
}

/// <summary>Objects of a class that contains itself: each by itself, whatever its class version is.</summary>
internal sealed class BoxedStep(string className) : Step
{
    public override int LeastBytes => 2;

    public override ValueBuffer NewBuffer() => new ObjectBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        CheckCount(ref reader, count, 2, "an array of objects");
        for (var i = 0; i < count; i++)
        {
            scope.Enter(ref reader);
            ((ObjectBuffer)target).Append(scope.ReadObject(ref reader, className, 0, -1));
            scope.Leave();
        }
    }

    /// <summary>What reads the objects where they are stored member by member; null when their class has a streamer of its own.</summary>
    public ClassStep? Members(StreamScope scope) => scope.Classes.Find(className) as ClassStep;

    /// <summary>Reads objects that are stored member by member.</summary>
    public static void ReadMembers(ref BigEndianReader reader, StreamScope scope, ObjectBuffer target, int count, ClassStep step, StreamerInfoRecord? layout)
    {
        var values = (RecordBuffer)step.NewBuffer();
        step.ReadMembers(ref reader, scope, values, count, layout);
        for (var i = 0; i < count; i++) target.Append(new ObjectRecord(step.Plan.ClassName, values, i));
    }
}

/// <summary>Objects that are passed unread by their byte count.</summary>
internal sealed class OpaqueStep(string typeName, string reason) : Step
{
    /// <summary>Why they are passed.</summary>
    public string Reason => reason;

    public override int LeastBytes => 4;

    public override ValueBuffer NewBuffer() => new OpaqueBuffer(typeName, reason);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        CheckCount(ref reader, count, 4, "an array of objects");
        scope.Tags.Marks?.Unread ??= typeName;
        for (var i = 0; i < count; i++) ObjectHeader.SkipObject(ref reader, typeName);
        target.AppendDefault(count);
    }
}
