using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>How strings are stored.</summary>
internal enum TextForm
{
    /// <summary>TString, and any string inside a container: a length byte (255: four more follow), then the characters.</summary>
    Plain,

    /// <summary>std::string as a member: the header of a collection, then plain strings.</summary>
    Headed,

    /// <summary>char*: a 32-bit length, then the characters.</summary>
    Long,
}

/// <summary>Strings.</summary>
internal sealed class TextStep : Step
{
    /// <summary>TString.</summary>
    public static readonly TextStep Plain = new(TextForm.Plain);

    /// <summary>std::string as a member.</summary>
    public static readonly TextStep Headed = new(TextForm.Headed);

    /// <summary>char*.</summary>
    public static readonly TextStep Long = new(TextForm.Long);

    private readonly TextForm _form;

    private TextStep(TextForm form) => _form = form;

    public override int LeastBytes => 1;

    public override ValueBuffer NewBuffer() => new TextBuffer();

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        var header = _form == TextForm.Headed ? StlHeader.Read(ref reader) : default;
        CheckCount(ref reader, count, 1, "an array");
        var texts = (TextBuffer)target;
        for (var i = 0; i < count; i++) texts.Append(_form == TextForm.Long ? reader.ReadBytes(reader.ReadInt32()) : reader.ReadStringBytes());
        if (_form == TextForm.Headed) header.Leave(ref reader, "a string");
    }
}
