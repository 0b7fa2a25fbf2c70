using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>TObject: version, fUniqueID, fBits, and the number of a process when the object is referenced.</summary>
internal sealed class ObjectBaseStep(string className) : Step
{
    private const uint ReferencedBit = 1 << 4;

    private static readonly ClassPlan s_plan = new("TObject", 1, [new("fUniqueID", false, NumberStep.Of(LeafType.UInt32)), new("fBits", false, NumberStep.Of(LeafType.UInt32))]);

    public override int LeastBytes => 10;

    public override long Size => s_plan.Size;

    public override ValueBuffer NewBuffer() => s_plan.NewBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        CheckCount(ref reader, count, 10, "an array of objects");
        for (var i = 0; i < count; i++)
        {
            var header = ObjectHeader.Read(ref reader);
            s_plan.Members[0].Step.Read(ref reader, scope, record.Members[0].Values, 1);
            var bits = reader.PeekUInt32();
            s_plan.Members[1].Step.Read(ref reader, scope, record.Members[1].Values, 1);
            if ((bits & ReferencedBit) != 0) reader.Skip(2);
            header.Leave(ref reader, className);
        }
        record.Added(count);
    }
}

/// <summary>TRef: version, number of the object that is meant, bits, and the number of the process or its name.</summary>
internal sealed class ReferenceStep : Step
{
    private const uint NameBit = 1 << 5;

    public override int LeastBytes => 11;

    public override long Size => 2;

    public override ValueBuffer NewBuffer() => new RecordBuffer("TRef", 1, [new("ref", false, new NumberBuffer(LeafType.UInt32))]);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        CheckCount(ref reader, count, 11, "an array of references");
        for (var i = 0; i < count; i++)
        {
            reader.Skip(2);                                       // version
            NumberStep.Of(LeafType.UInt32).Read(ref reader, scope, record.Members[0].Values, 1);
            var bits = reader.ReadUInt32();
            if ((bits & NameBit) != 0) reader.ReadStringBytes();
            else reader.Skip(2);
        }
        record.Added(count);
    }
}

/// <summary>fBits of a TObject as a member of its own: the number of a process follows when the object is referenced.</summary>
internal sealed class BitsStep : Step
{
    /// <summary>The step.</summary>
    public static readonly BitsStep Instance = new();

    private const uint ReferencedBit = 1 << 4;

    public override int LeastBytes => 4;

    public override ValueBuffer NewBuffer() => new NumberBuffer(LeafType.UInt32);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        CheckCount(ref reader, count, 4, "an array");
        for (var i = 0; i < count; i++)
        {
            var bits = reader.PeekUInt32();
            NumberStep.Of(LeafType.UInt32).Read(ref reader, scope, target, 1);
            if ((bits & ReferencedBit) != 0) reader.Skip(2);
        }
    }
}

/// <summary>A class that writes nothing.</summary>
internal sealed class NothingStep(string className) : Step
{
    public override ValueBuffer NewBuffer() => new RecordBuffer(className, 0, []);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count) => ((RecordBuffer)target).Added(count);
}

/// <summary>TArrayC, S, I, L, L64, F, D: number of values, then the values, without a header.</summary>
internal sealed class NumberArrayStep(LeafType type) : Step
{
    /// <summary>The step of a class; null when it is no array of numbers.</summary>
    public static NumberArrayStep? Of(string className) => className switch
    {
        "TArrayC" => new NumberArrayStep(LeafType.Int8),
        "TArrayS" => new NumberArrayStep(LeafType.Int16),
        "TArrayI" => new NumberArrayStep(LeafType.Int32),
        "TArrayL" or "TArrayL64" => new NumberArrayStep(LeafType.Int64),
        "TArrayF" => new NumberArrayStep(LeafType.Float),
        "TArrayD" => new NumberArrayStep(LeafType.Double),
        _ => null,
    };

    public override int LeastBytes => 4;

    public override long Size => 2;

    public override ValueBuffer NewBuffer() => new ListBuffer(new NumberBuffer(type));

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var list = (ListBuffer)target;
        for (var i = 0; i < count; i++)
        {
            var length = reader.ReadInt32();
            CheckCount(ref reader, length, LeafTypes.SizeOf(type), "an array");
            list.Append(length);
            NumberStep.Of(type).Read(ref reader, scope, list.Items, length);
        }
    }
}

/// <summary>TMatrixTSym: the base class with its dimensions, then the upper right triangle row by row, whose length nothing else says.</summary>
internal sealed class SymmetricMatrixStep(string className, Step matrix, LeafType type) : Step
{
    public override int LeastBytes => 4;

    public override long Size => matrix.Size + 2;

    public override ValueBuffer NewBuffer() => new RecordBuffer(className, 0, [new("TMatrixTBase", true, matrix.NewBuffer()), new("fElements", false, new ListBuffer(new NumberBuffer(type)))]);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        for (var i = 0; i < count; i++)
        {
            matrix.Read(ref reader, scope, record.Members[0].Values, 1);
            var rows = record.Find("fNrows") is NumberBuffer { Count: > 0 } numbers ? numbers.Integer(numbers.Count - 1) : 0;
            if (rows is < 0 or > 1 << 15) reader.Fail($"{className} has {rows} rows");
            var length = rows * (rows + 1) / 2;
            CheckCount(ref reader, length, LeafTypes.SizeOf(type), className);
            var list = (ListBuffer)record.Members[1].Values;
            list.Append((int)length);
            NumberStep.Of(type).Read(ref reader, scope, list.Items, (int)length);
            record.Added(1);
        }
    }
}
