namespace Ristretto.Bytes.Objects;

/// <summary>Graph records to the bytes of TGraph (class version 4), TGraphErrors and TGraphAsymmErrors (3).</summary>
internal static class GraphEncoder
{
    private const uint NotDeleted = 0x0300_0000;
    private const short Black = 1;
    private const short Hollow = 1000;

    /// <summary>Appends the object.</summary>
    /// <exception cref="ArgumentException">Coordinates and errors differ in number.</exception>
    public static void Encode(GraphRecord graph, ObjectWriter writer)
    {
        Require(graph);
        var count = graph.X.Length;
        if (graph.Class == "TGraph")
        {
            EncodeGraph(graph, writer);
            return;
        }
        var start = writer.Begin(3);
        EncodeGraph(graph, writer);
        var (x, y) = (OrZeros(graph.XErrors, count), OrZeros(graph.YErrors, count));
        if (graph.Class == "TGraphErrors")
        {
            writer.CountedArray(x);
            writer.CountedArray(y);
        }
        else
        {
            // Errors that are the same in both directions stand for both.
            writer.CountedArray(x);
            writer.CountedArray(graph.XErrorsUp.Length > 0 ? graph.XErrorsUp : x);
            writer.CountedArray(y);
            writer.CountedArray(graph.YErrorsUp.Length > 0 ? graph.YErrorsUp : y);
        }
        writer.End(start);
    }

    private static void EncodeGraph(GraphRecord graph, ObjectWriter writer)
    {
        var start = writer.Begin(4);
        writer.Named(graph.Name, graph.Title, NotDeleted);
        writer.LineAttributes(Black);
        writer.FillAttributes(Hollow);
        writer.MarkerAttributes();
        writer.Int32(graph.X.Length);
        writer.CountedArray(graph.X);
        writer.CountedArray(graph.Y);
        var functions = writer.BeginPointer("TList");
        writer.EmptyList();
        writer.End(functions);
        writer.NullPointer();                                        // fHistogram
        writer.Double(-1111);                                        // fMinimum: not set
        writer.Double(-1111);                                        // fMaximum: not set
        writer.End(start);
    }

    private static double[] OrZeros(double[] errors, int count) => errors.Length > 0 ? errors : new double[count];

    private static void Require(GraphRecord graph)
    {
        foreach (var values in (double[][])[graph.Y, graph.XErrors, graph.YErrors, graph.XErrorsUp, graph.YErrorsUp])
            if (values.Length != graph.X.Length && (values.Length > 0 || values == graph.Y))
                throw new ArgumentException($"graph \"{graph.Name}\" has {graph.X.Length} x, but {values.Length} of another coordinate or error");
    }
}
