using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Classes with a streamer of their own that the file does not describe: known members in a known order.</summary>
/// <param name="plan">The members.</param>
/// <param name="hasHeader">Whether a byte count and a version come first.</param>
/// <param name="isOpen">Whether further bytes follow that are passed.</param>
internal sealed class RawStep(ClassPlan plan, bool hasHeader, bool isOpen) : Step
{
    /// <summary>The step of such a class; null when it is none.</summary>
    public static Step? Of(string className, ClassCatalogue classes) => className switch
    {
        "TDatime" => NumberStep.Of(LeafType.UInt32),
        "TUUID" => new RawStep(new ClassPlan(className, 1, [new("fVersion", false, NumberStep.Of(LeafType.Int16)), new("fBytes", false, new ArrayStep(16, NumberStep.Of(LeafType.UInt8)))]), false, false),
        "TTreeIndex" => new TreeIndexStep(classes),
        "TCanvas" when classes.Find("TPad") is { } pad => new RawStep(new ClassPlan(className, 8, [new("TPad", true, pad), new("fDISPLAY", false, TextStep.Plain)]), true, true),
        "TRefTable" => null,
        _ => null,
    };

    public override int LeastBytes => hasHeader ? 4 : plan.Members.Sum(member => member.Step.LeastBytes);

    public override long Size => plan.Size;

    public override ValueBuffer NewBuffer() => plan.NewBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        CheckCount(ref reader, count, 1, "an array of objects");
        for (var i = 0; i < count; i++)
        {
            var header = hasHeader ? ObjectHeader.Read(ref reader) : default;
            for (var m = 0; m < plan.Members.Length; m++) plan.Members[m].Step.Read(ref reader, scope, record.Members[m].Values, 1);
            if (!hasHeader) continue;
            if (!isOpen && header.End >= 0 && header.End != reader.Position) reader.Fail($"a {plan.ClassName} has {header.End - reader.Position} bytes more than its members explain");
            header.Leave(ref reader, plan.ClassName);
        }
        record.Added(count);
    }
}

/// <summary>TTreeIndex: which entry has which two numbers.</summary>
internal sealed class TreeIndexStep(ClassCatalogue classes) : Step
{
    public override int LeastBytes => 4;

    public override long Size => 12;

    public override ValueBuffer NewBuffer() => new RecordBuffer("TTreeIndex", 2,
    [
        new("TNamed", true, Named.NewBuffer()), new("fMajorName", false, new TextBuffer()), new("fMinorName", false, new TextBuffer()),
        new("fIndexValues", false, Numbers()), new("fIndexValuesMinor", false, Numbers()), new("fIndex", false, Numbers()),
    ]);

    private Step Named => classes.Find("TNamed")!;

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        for (var i = 0; i < count; i++)
        {
            var header = ObjectHeader.Read(ref reader);
            var outer = ObjectHeader.Read(ref reader);                           // TVirtualIndex
            Named.Read(ref reader, scope, record.Members[0].Values, 1);
            outer.Leave(ref reader, "TVirtualIndex");
            TextStep.Plain.Read(ref reader, scope, record.Members[1].Values, 1);
            TextStep.Plain.Read(ref reader, scope, record.Members[2].Values, 1);
            var length = reader.ReadInt64();
            CheckCount(ref reader, length, header.Version >= 2 ? 24 : 16, "an index");
            ReadNumbers(ref reader, scope, record.Members[3].Values, (int)length);
            ReadNumbers(ref reader, scope, record.Members[4].Values, header.Version >= 2 ? (int)length : 0);
            ReadNumbers(ref reader, scope, record.Members[5].Values, (int)length);
            header.Leave(ref reader, "TTreeIndex");
        }
        record.Added(count);
    }

    private static ListBuffer Numbers() => new(new NumberBuffer(LeafType.Int64));

    private static void ReadNumbers(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var list = (ListBuffer)target;
        list.Append(count);
        NumberStep.Of(LeafType.Int64).Read(ref reader, scope, list.Items, count);
    }
}
