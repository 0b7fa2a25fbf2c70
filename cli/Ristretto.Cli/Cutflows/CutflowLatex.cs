using System.Text;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Cutflows;

/// <summary>A cutflow as LaTeX tables that need no package.</summary>
internal static class CutflowLatex
{
    /// <summary>Prints one tabular per data set and category, to be put into a document with \input.</summary>
    internal static void Print(IReadOnlyList<CutflowStatistics> cutflows, TextWriter output)
    {
        foreach (var cutflow in cutflows)
        {
            output.WriteLine($"% {cutflow.Dataset}, {cutflow.Category}");
            output.WriteLine(@"\begin{tabular}{lrrrr}");
            output.WriteLine(@"\hline");
            output.WriteLine($@"\multicolumn{{5}}{{l}}{{{Escape(cutflow.Dataset)}, {Escape(cutflow.Category)}}} \\");
            output.WriteLine(@"Cut & Events & $\sum w$ & of previous [\%] & of first [\%] \\");
            output.WriteLine(@"\hline");
            foreach (var line in cutflow.Rows)
                output.WriteLine($@"{Escape(line.Label)} & {Thin(Quantity.Count(line.Row.Count))} & {Sum(line.Row.SumW, line.Row.Error)} & {Percent(line.Efficiency)} & {Percent(line.TotalEfficiency)} \\");
            output.WriteLine(@"\hline");
            output.WriteLine(@"\end{tabular}");
        }
    }

    private static string Percent(double share) => double.IsNaN(share) ? "--" : Thin(Quantity.Fixed(100 * share, 2));

    private static string Sum(double value, double error)
    {
        var (sum, deviation) = Quantity.WithError(value, error);
        var exponent = sum.IndexOf('e', StringComparison.Ordinal);
        return exponent < 0
            ? $@"${Thin(sum)} \pm {Thin(deviation)}$"
            : $@"$({sum[..exponent]} \pm {deviation.Split('e')[0]}) \cdot 10^{{{sum[(exponent + 1)..]}}}$";
    }

    private static string Thin(string grouped) => grouped.Replace(" ", @"\,", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (var c in text)
            escaped.Append(c switch
            {
                '_' or '%' or '&' or '#' or '$' or '{' or '}' => $@"\{c}",
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '<' => "$<$",
                '>' => "$>$",
                '≥' => @"$\geq$",
                '≤' => @"$\leq$",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
