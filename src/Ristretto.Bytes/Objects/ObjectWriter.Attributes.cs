namespace Ristretto.Bytes.Objects;

internal sealed partial class ObjectWriter
{
    /// <summary>TAttLine with ROOT's defaults.</summary>
    public void LineAttributes(short color = 602)
    {
        var start = Begin(2);
        Int16(color);
        Int16(1);
        Int16(1);
        End(start);
    }

    /// <summary>TAttFill with ROOT's defaults.</summary>
    public void FillAttributes(short style = 1001)
    {
        var start = Begin(2);
        Int16(0);
        Int16(style);
        End(start);
    }

    /// <summary>TAttMarker with ROOT's defaults.</summary>
    public void MarkerAttributes()
    {
        var start = Begin(2);
        Int16(1);
        Int16(1);
        Float(1);
        End(start);
    }

    /// <summary>A TList without objects.</summary>
    public void EmptyList()
    {
        var start = Begin(5);
        Object();
        String("");
        Int32(0);
        End(start);
    }
}
