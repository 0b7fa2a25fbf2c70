using Ristretto.Cli.Rendering;
using Ristretto.Events.Selections;

namespace Ristretto.Cli.Demo;

/// <summary>The demo's result: one row per data set.</summary>
internal static class DemoTable
{
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["demo_data_UL18"] = "data",
        ["demo_HH4b_UL18"] = "HH→4b",
        ["demo_TTToSemiLeptonic_UL18"] = "tt̄ 1ℓ",
    };

    /// <summary>Prints the table.</summary>
    internal static void Print(CutflowTable cutflows, TextWriter output)
    {
        TextTable table = new(("data set", Alignment.Left), ("all", Alignment.Right), ("jets", Alignment.Right), ("≥3 b tags", Alignment.Right),
            ("3 tags", Alignment.Right), ("4 tags", Alignment.Right), ("SR (4 tags)", Alignment.Right), ("weighted", Alignment.Right));
        foreach (var (dataset, categories) in cutflows.Datasets)
        {
            var four = Rows("fourTag");
            var three = Rows("threeTag");
            table.Add(s_names.GetValueOrDefault(dataset, dataset), Events(four, "all"), Events(four, "passJetMult"), Events(four, "passPreSel_allTag"),
                Events(three, "passPreSel"), Events(four, "passPreSel"), Events(four, "SR"), Quantity.Fixed(Row(four, "SR").SumW, 1));

            IReadOnlyList<CutflowRow> Rows(string category) => categories.First(entry => entry.Category == category).Rows;
        }
        table.Write(output, indent: 2);
        output.WriteLine("  all: data in certified lumi sections · jets: at least four selected · SR: signal region · weighted: sum of weights in SR");
    }

    private static string Events(IReadOnlyList<CutflowRow> rows, string cut) => Quantity.Count(Row(rows, cut).Count);

    private static CutflowRow Row(IReadOnlyList<CutflowRow> rows, string cut) => rows.First(row => row.Cut == cut);
}
