using Ristretto.Cli.Rendering;
using Ristretto.Events.Selections;

namespace Ristretto.Cli.Cutflows;

/// <summary>The cutflows of a run at a glance: for each data set the events and the sum of weights of each category.</summary>
internal static class CutflowOverview
{
    /// <summary>Prints one table per data set.</summary>
    internal static void Print(CutflowTable cutflows, TextWriter output)
    {
        var isFirst = true;
        foreach (var (dataset, categories) in cutflows.Datasets)
        {
            if (!isFirst) output.WriteLine();
            isFirst = false;
            TextTable table = new([(dataset, Alignment.Left), .. categories.SelectMany(category => Columns(category.Category))]);
            for (var cut = 0; cut < categories.Max(category => category.Rows.Count); cut++)
                table.Add([categories[0].Rows[cut].Cut, .. categories.SelectMany(category => Cells(category.Rows[cut]))]);
            table.Write(output, indent: 2);
        }
    }

    private static (string, Alignment)[] Columns(string category) => [(category, Alignment.Right), ("Σw", Alignment.Right), ("± stat.", Alignment.Right)];

    private static string[] Cells(CutflowRow row)
    {
        var (sum, error) = Quantity.WithError(row.SumW, row.Error);
        return [Quantity.Count(row.Count), sum, error];
    }
}
