using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Where in the record of a histogram or profile the numbers stand that add up.</summary>
internal sealed class HistogramLayout
{
    private const uint IsAverage = 1 << 18;

    private HistogramLayout() { }

    /// <summary>The axes.</summary>
    public List<AxisRecord> Axes { get; } = [];

    /// <summary>Numbers that add up: position, how many, and the letter of their type.</summary>
    public List<(int At, int Count, char Letter)> Sums { get; } = [];

    /// <summary>Which of the sums are squares of weights, and which the contents that they belong to: where squares are not kept, every weight was 1.</summary>
    public List<(int Squares, int Contents)> Squares { get; } = [];

    /// <summary>Byte counts of the objects in which numbers stand: where each is, and the position behind what it counts.</summary>
    public List<(int At, int End)> Enclosing { get; } = [];

    /// <summary>Where the functions stand.</summary>
    public (int At, int End) Functions { get; private set; }

    /// <summary>What else has to agree, such as the error option of a profile.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Why it cannot be merged; null when it can.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether objects of this class are histograms or profiles.</summary>
    public static bool Reads(string className) => HistogramRecord.IsHistogram(className) || className is "TProfile" or "TProfile2D" or "TProfile3D";

    /// <summary>Walks through a record.</summary>
    /// <exception cref="Errors.RootFormatException">The record is damaged.</exception>
    public static HistogramLayout Of(string className, ReadOnlySpan<byte> payload, int keyBytes, RecordOrigin origin)
    {
        var reader = new BigEndianReader(payload, origin);
        return Read(ref reader, className, new ClassTags(keyBytes));
    }

    /// <summary>Walks through a histogram that is part of a record.</summary>
    /// <exception cref="Errors.RootFormatException">It is damaged.</exception>
    public static HistogramLayout Read(ref BigEndianReader reader, string className, ClassTags tags)
    {
        var layout = new HistogramLayout();
        var isProfile = className[1] == 'P';
        if (isProfile) layout.Enter(ref reader);
        var (dimensions, letter) = isProfile ? (className == "TProfile" ? 1 : className[^2] - '0', 'D') : (className[2] - '0', className[^1]);
        layout.Note(ObjectHeader.ReadHistogram(ref reader));
        layout.WalkHistogram(ref reader, dimensions, letter, tags);
        if (isProfile) layout.WalkProfile(ref reader);
        return layout;
    }

    private void WalkHistogram(ref BigEndianReader reader, int dimensions, char letter, ClassTags tags)
    {
        var named = dimensions > 1 ? Enter(ref reader) : new ObjectHeader(0, -1, 0);
        WalkBase(ref reader, dimensions, tags);
        if (dimensions == 3) ObjectHeader.SkipObject(ref reader, "TAtt3D");
        if (dimensions == 2) reader.Skip(8);                         // fScalefactor
        if (dimensions > 1) Add(ref reader, dimensions == 2 ? 3 : 7, 'D');
        named.Leave(ref reader, "TH");
        AddArray(ref reader, letter);
        Squares.Add((1, Sums.Count - 1));
    }

    private void WalkBase(ref BigEndianReader reader, int dimensions, ClassTags tags)
    {
        var header = Enter(ref reader);
        if (header.Version < 3) reader.Fail($"TH1 of version {header.Version} is not supported, 3 to 8 are");
        var name = ObjectHeader.Read(ref reader);
        if ((Streamed.ReadObjectBits(ref reader) & IsAverage) != 0) Reason = "it is marked as an average, which cannot be summed";
        name.Leave(ref reader, "TNamed");
        foreach (var attributes in (ReadOnlySpan<string>)["TAttLine", "TAttFill", "TAttMarker"]) ObjectHeader.SkipObject(ref reader, attributes);
        reader.Skip(4);                                              // fNcells
        for (var i = 0; i < 3; i++)
        {
            var axis = AxisCodec.Decode(ref reader, tags);
            if (i < dimensions) Axes.Add(axis);
        }
        reader.Skip(2 + 2);                                          // fBarOffset, fBarWidth
        Add(ref reader, 5, 'D');                                     // fEntries, fTsumw, fTsumw2, fTsumwx, fTsumwx2
        reader.Skip(8 + 8 + 8);                                      // fMaximum, fMinimum, fNormFactor
        Streamed.ReadDoubles(ref reader);                            // fContour
        AddArray(ref reader, 'D');                                   // fSumw2
        reader.ReadStringBytes();                                    // fOption
        var functions = reader.Position;
        ObjectHeader.SkipObject(ref reader, "fFunctions");
        Functions = (functions, reader.Position);
        var buffered = reader.ReadInt32();
        if (buffered > 0 && reader.ReadByte() != 0 && reader.ReadDouble() != 0) Reason = "its buffer holds entries that were not filled into bins";
        header.Leave(ref reader, "TH1");
    }

    private void WalkProfile(ref BigEndianReader reader)
    {
        AddArray(ref reader, 'D');                                   // fBinEntries
        Kind = $"option {reader.ReadInt32()}, {reader.ReadDouble():R} to {reader.ReadDouble():R}";
        Add(ref reader, 2, 'D');
        AddArray(ref reader, 'D');                                   // fBinSumw2
        Squares.Add((Sums.Count - 1, Sums.Count - 3));
    }

    private ObjectHeader Enter(ref BigEndianReader reader) => Note(ObjectHeader.Read(ref reader));

    private ObjectHeader Note(ObjectHeader header)
    {
        if (header.End >= 0) Enclosing.Add((header.Start, header.End));
        return header;
    }

    private void AddArray(ref BigEndianReader reader, char letter)
    {
        var count = reader.ReadInt32();
        if (count < 0) reader.Fail($"an array of {count} numbers");
        Add(ref reader, count, letter);
    }

    private void Add(ref BigEndianReader reader, int count, char letter)
    {
        Sums.Add((reader.Position, count, letter));
        var width = letter switch { 'C' => 1, 'S' => 2, 'I' or 'F' => 4, _ => 8 };
        if (count > reader.Remaining / width) reader.Fail($"an array claims {count} numbers of {width} bytes, {reader.Remaining} bytes are left");
        reader.Skip(count * width);
    }
}
