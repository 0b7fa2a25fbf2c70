using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Objects;

/// <summary>Axis records to and from the bytes of TAxis.</summary>
internal static class AxisCodec
{
    /// <summary>Appends a TAxis of version 10.</summary>
    public static void Encode(AxisRecord axis, string name, ObjectWriter writer)
    {
        var start = writer.Begin(10);
        writer.Named(name, axis.Title);
        EncodeAttributes(writer);
        writer.Int32(axis.Bins);
        writer.Double(axis.Low);
        writer.Double(axis.High);
        writer.Array([.. axis.Edges]);
        writer.Int32(0);                                             // fFirst
        writer.Int32(0);                                             // fLast
        writer.UInt16(0);                                            // fBits2
        writer.Bool(false);                                          // fTimeDisplay
        writer.String("");                                           // fTimeFormat
        EncodeLabels(axis.Labels, writer);
        writer.NullPointer();                                        // fModLabs
        writer.End(start);
    }

    /// <summary>Reads a TAxis; labels since version 9.</summary>
    public static AxisRecord Decode(ref BigEndianReader reader, ClassTags tags)
    {
        var header = ObjectHeader.Read(ref reader);
        var (name, title) = Streamed.ReadNamed(ref reader);
        ObjectHeader.SkipObject(ref reader, "TAttAxis");
        var bins = reader.ReadInt32();
        var (low, high) = (reader.ReadDouble(), reader.ReadDouble());
        var edges = Streamed.ReadDoubles(ref reader);
        if (bins < 1 || bins > reader.Length || (edges.Length != 0 && edges.Length != bins + 1))
            reader.Fail($"TAxis {name} has fNbins {bins} and {edges.Length} edges");
        var labels = header.Version >= 9 ? DecodeLabels(ref reader, tags, bins) : [];
        header.Leave(ref reader, "TAxis");
        return new AxisRecord { Name = name, Title = title, Bins = bins, Low = low, High = high, Edges = edges, Labels = labels };
    }

    // ROOT's defaults of TAttAxis.
    private static void EncodeAttributes(ObjectWriter writer)
    {
        var start = writer.Begin(4);
        writer.Int32(510);                                           // fNdivisions
        writer.Int16(1);                                             // fAxisColor
        writer.Int16(1);                                             // fLabelColor
        writer.Int16(42);                                            // fLabelFont
        writer.Float(0.005f);                                        // fLabelOffset
        writer.Float(0.035f);                                        // fLabelSize
        writer.Float(0.03f);                                         // fTickLength
        writer.Float(1);                                             // fTitleOffset
        writer.Float(0.035f);                                        // fTitleSize
        writer.Int16(1);                                             // fTitleColor
        writer.Int16(42);                                            // fTitleFont
        writer.End(start);
    }

    // THashList of TObjString; the unique id of a string is its bin, counted from 1.
    private static void EncodeLabels(IReadOnlyList<string> labels, ObjectWriter writer)
    {
        var filled = labels.Select((text, index) => (text, bin: index + 1)).Where(label => label.text.Length > 0).ToList();
        if (filled.Count == 0)
        {
            writer.NullPointer();
            return;
        }
        var pointer = writer.BeginPointer("THashList");
        var list = writer.Begin(5);
        writer.Object();
        writer.String("");
        writer.Int32(filled.Count);
        foreach (var (text, bin) in filled)
        {
            var item = writer.BeginPointer("TObjString");
            var entry = writer.Begin(1);
            writer.Object(uniqueId: (uint)bin);
            writer.String(text);
            writer.End(entry);
            writer.End(item);
            writer.UInt8(0);                                         // draw option of the link
        }
        writer.End(list);
        writer.End(pointer);
    }

    private static string[] DecodeLabels(ref BigEndianReader reader, ClassTags tags, int bins)
    {
        reader.Skip(4 + 4 + 2 + 1);                                  // fFirst, fLast, fBits2, fTimeDisplay
        reader.ReadStringBytes();                                    // fTimeFormat
        if (!tags.Read(ref reader).IsObject) return [];
        string[] labels = [];
        var (_, count) = Streamed.ReadListStart(ref reader);
        for (var i = 0; i < count; i++)
        {
            var pointer = tags.Read(ref reader);
            if (pointer.ClassName == "TObjString")
            {
                ObjectHeader.Read(ref reader);
                var bin = Streamed.ReadObject(ref reader);
                if (labels.Length == 0) labels = [.. Enumerable.Repeat("", bins)];
                if (bin >= 1 && bin <= bins) labels[bin - 1] = reader.ReadString();
            }
            Streamed.Leave(ref reader, pointer);
            reader.ReadStringBytes();                                // draw option of the link
        }
        return labels;
    }
}
