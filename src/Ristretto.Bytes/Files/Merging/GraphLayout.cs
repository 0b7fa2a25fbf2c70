using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Where in the record of a graph its points stand.</summary>
internal sealed class GraphLayout
{
    /// <summary>fBits of a TGraph: its points ascend in x.</summary>
    public const uint IsSortedX = 1 << 19;

    /// <summary>fBits of a TGraph: fHistogram is to be made anew when it is drawn.</summary>
    public const uint ResetFrame = 1 << 17;

    private GraphLayout() { }

    /// <summary>Number of points.</summary>
    public int Points { get; private set; }

    /// <summary>Where it stands.</summary>
    public int PointsAt { get; private set; }

    /// <summary>Where fBits stands.</summary>
    public int BitsAt { get; private set; }

    /// <summary>Where the coordinates and errors stand, each a byte and as many doubles as there are points.</summary>
    public List<int> Arrays { get; } = [];

    /// <summary>Byte counts of the objects in which they stand.</summary>
    public List<(int At, int End)> Enclosing { get; } = [];

    /// <summary>Where the functions stand.</summary>
    public (int At, int End) Functions { get; private set; }

    /// <summary>Whether fHistogram is there.</summary>
    public bool HasFrame { get; private set; }

    /// <summary>Walks through a record.</summary>
    /// <exception cref="Errors.RootFormatException">It is damaged, or of a version before ROOT 4.</exception>
    public static GraphLayout Of(string className, ReadOnlySpan<byte> payload, RecordOrigin origin)
    {
        var layout = new GraphLayout();
        var reader = new BigEndianReader(payload, origin);
        if (className == "TGraph")
        {
            layout.WalkGraph(ref reader);
            return layout;
        }
        layout.Enter(ref reader, className);
        layout.WalkGraph(ref reader);
        for (var i = 0; i < (className == "TGraphErrors" ? 2 : 4); i++) layout.AddArray(ref reader);
        return layout;
    }

    private void WalkGraph(ref BigEndianReader reader)
    {
        var graph = Enter(ref reader, "TGraph");
        if (graph.Version < 3) reader.Fail($"TGraph of version {graph.Version} is not supported, 3 and later are");
        var named = ObjectHeader.Read(ref reader);
        BitsAt = reader.Position + 6;                                // behind TObject's version and fUniqueID
        named.Leave(ref reader, "TNamed");
        foreach (var attributes in (ReadOnlySpan<string>)["TAttLine", "TAttFill", "TAttMarker"]) ObjectHeader.SkipObject(ref reader, attributes);
        PointsAt = reader.Position;
        Points = reader.ReadInt32();
        if (Points < 0) reader.Fail($"a graph of {Points} points");
        AddArray(ref reader);
        AddArray(ref reader);
        var functions = reader.Position;
        SkipPointer(ref reader);
        Functions = (functions, reader.Position);
        HasFrame = reader.PeekUInt32() != 0;
        graph.Leave(ref reader, "TGraph");
    }

    private ObjectHeader Enter(ref BigEndianReader reader, string what)
    {
        var header = ObjectHeader.Read(ref reader);
        if (header.End < 0) reader.Fail($"{what} has no byte count");
        Enclosing.Add((header.Start, header.End));
        return header;
    }

    private void AddArray(ref BigEndianReader reader)
    {
        Arrays.Add(reader.Position);
        var isThere = reader.ReadByte() != 0;
        if (!isThere && Points > 0) reader.Fail("a graph without an array of its points");
        if (Points > reader.Remaining / 8) reader.Fail($"a graph claims {Points} points, {reader.Remaining} bytes are left");
        reader.Skip(8 * Points);
    }

    private static void SkipPointer(ref BigEndianReader reader)
    {
        if (reader.PeekUInt32() == 0) reader.Skip(4);
        else ObjectHeader.SkipObject(ref reader, "fFunctions");
    }
}
