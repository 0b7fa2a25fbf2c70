using System.Globalization;
using Ristretto.Bytes.Objects;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Views;

/// <summary>A graph as the table of its points.</summary>
internal static class GraphView
{
    private const int MostPoints = 200;

    private static readonly (string Heading, string Member)[] s_columns =
    [
        ("x", "fX"), ("y", "fY"), ("z", "fZ"), ("± x", "fEX"), ("± y", "fEY"), ("± z", "fEZ"), ("− x", "fEXlow"), ("+ x", "fEXhigh"), ("− y", "fEYlow"), ("+ y", "fEYhigh"), ("− x", "fExL"), ("+ x", "fExH"),
    ];

    internal static void Print(ObjectRecord graph, TextWriter output)
    {
        var points = graph.Get<int>("fNpoints");
        output.WriteLine($"{ObjectView.Heading(graph)}   {Quantity.Count(points, "point", "points")}");
        var columns = s_columns.Where(column => graph.Has(column.Member)).Select(column => (column.Heading, Values: graph.GetArray<double>(column.Member))).Where(column => column.Values.Length >= points).ToArray();
        TextTable table = new([.. columns.Select(column => (column.Heading, Alignment.Right))]);
        for (var i = 0; i < Math.Min(points, MostPoints); i++) table.Add([.. columns.Select(column => column.Values[i].ToString("G6", CultureInfo.InvariantCulture))]);
        table.Write(output, indent: 2);
        if (points > MostPoints) output.WriteLine($"  … {Quantity.Count(points - MostPoints)} more");
    }
}
