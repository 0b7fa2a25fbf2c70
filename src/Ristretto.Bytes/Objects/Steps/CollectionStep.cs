using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>ROOT's collections, which have streamers of their own: TList, TObjArray, TMap, TClonesArray, TRefArray. Each becomes a record with the
/// collection's name and its items.</summary>
internal sealed class CollectionStep : Step
{
    private const uint BypassBit = 1 << 12;

    private readonly string _className;
    private readonly bool _isMap, _isClones, _isRefs, _hasOptions;

    private CollectionStep(string className)
    {
        _className = className;
        (_isMap, _isClones, _isRefs) = (className == "TMap", className == "TClonesArray", className == "TRefArray");
        _hasOptions = className is "TList" or "THashList" or "TSortedList";
    }

    /// <summary>The step of a class; null when it is none of these collections.</summary>
    public static CollectionStep? Of(string className) => className switch
    {
        "TList" or "THashList" or "TSortedList" or "TOrdCollection" or "TObjArray" or "TMap" or "TClonesArray" or "TRefArray" or "THashTable" => new CollectionStep(className),
        _ => null,
    };

    public override int LeastBytes => 4;

    public override long Size => 5;

    public override ValueBuffer NewBuffer()
    {
        List<MemberBuffer> members = [new("fName", false, new TextBuffer())];
        if (_isClones) members.Add(new("fClass", false, new TextBuffer()));
        if (_isRefs) members.Add(new("fSize", false, new NumberBuffer(LeafType.Int32)));
        members.Add(_isRefs ? new("refs", false, new ListBuffer(new NumberBuffer(LeafType.Int32))) : new("fItems", false, new ListBuffer(new ObjectBuffer())));
        if (_isMap) members.Add(new("fValues", false, new ListBuffer(new ObjectBuffer())));
        if (_hasOptions) members.Add(new("fOptions", false, new ListBuffer(new TextBuffer())));
        return new RecordBuffer(_className, 0, [.. members]);
    }

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var record = (RecordBuffer)target;
        for (var i = 0; i < count; i++) ReadOne(ref reader, scope, record);
        record.Added(count);
    }

    private void ReadOne(ref BigEndianReader reader, StreamScope scope, RecordBuffer record)
    {
        scope.Enter(ref reader);
        var header = ObjectHeader.Read(ref reader);
        var isOldStyle = header.Version < 3 && _className is not ("TRefArray" or "TMap" or "TObjArray" or "TClonesArray");
        var bits = Streamed.ReadObjectBits(ref reader);
        if (isOldStyle && _hasOptions && header.Version < 4) ((TextBuffer)record.Members[0].Values).Append([]);
        else ((TextBuffer)record.Members[0].Values).Append(reader.ReadStringBytes());
        if (_isClones) ReadClones(ref reader, scope, record, (bits & BypassBit) != 0);
        else ReadItems(ref reader, scope, record, header.Version);
        header.Leave(ref reader, _className);
        scope.Leave();
    }

    private void ReadItems(ref BigEndianReader reader, StreamScope scope, RecordBuffer record, int version)
    {
        if (_isRefs)
        {
            ReadReferences(ref reader, scope, record);
            return;
        }
        var length = reader.ReadInt32();
        CheckCount(ref reader, length, _isMap ? 8 : 4, _className);
        if (_className is "TObjArray") reader.Skip(4);                           // fLowerBound
        var items = (ListBuffer)record.Members[1].Values;
        items.Append(length);
        if (_isMap) ((ListBuffer)record.Members[2].Values).Append(length);
        if (_hasOptions) ((ListBuffer)record.Members[2].Values).Append(length);
        for (var i = 0; i < length; i++)
        {
            ((ObjectBuffer)items.Items).Append(scope.ReadPointer(ref reader));
            if (_isMap) ((ObjectBuffer)((ListBuffer)record.Members[2].Values).Items).Append(scope.ReadPointer(ref reader));
            if (_hasOptions) ((TextBuffer)((ListBuffer)record.Members[2].Values).Items).Append(version > 3 ? reader.ReadStringBytes() : []);
        }
    }

    private static void ReadReferences(ref BigEndianReader reader, StreamScope scope, RecordBuffer record)
    {
        var length = unchecked((int)reader.PeekUInt32());
        NumberStep.Of(LeafType.Int32).Read(ref reader, scope, record.Members[1].Values, 1);
        CheckCount(ref reader, length, 4, "TRefArray");
        reader.Skip(4 + 2);                                                      // fLowerBound, number of the process
        var references = (ListBuffer)record.Members[2].Values;
        references.Append(length);
        NumberStep.Of(LeafType.Int32).Read(ref reader, scope, references.Items, length);
    }

    private void ReadClones(ref BigEndianReader reader, StreamScope scope, RecordBuffer record, bool isMemberWise)
    {
        var named = reader.ReadStringBytes();
        ((TextBuffer)record.Members[1].Values).Append(named);
        var text = BigEndianReader.ToText(named);
        var length = Math.Abs((long)reader.ReadInt32());
        reader.Skip(4);                                                          // fLowerBound
        CheckCount(ref reader, length, 1, _className);
        var items = (ListBuffer)record.Members[2].Values;
        items.Append((int)length);
        var objects = (ObjectBuffer)items.Items;
        if (length == 0) return;
        if (scope.Classes.ClonesStep(text) is not { } step) reader.Fail($"the file does not describe the class {text} of the objects in a TClonesArray");
        else if (isMemberWise)
        {
            var values = (RecordBuffer)step.NewBuffer();
            step.ReadMembers(ref reader, scope, values, (int)length, null);
            for (var i = 0; i < length; i++) objects.Append(new ObjectRecord(step.Plan.ClassName, values, i));
        }
        else
        {
            for (var i = 0; i < length; i++)
            {
                if (reader.ReadByte() == 0)
                {
                    objects.Append(null);
                    continue;
                }
                var value = step.NewBuffer();
                step.Read(ref reader, scope, value, 1);
                objects.Append(new ObjectRecord(step.Plan.ClassName, value, 0));
            }
        }
    }
}
