using System.CommandLine;
using System.Text;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Drawings;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Running;
using Ristretto.Cli.Targets;
using Ristretto.Events.Engine;
using Ristretto.Histograms;
using Ristretto.Histograms.Exchange;
using Ristretto.Plots;
using Ristretto.Plots.Figures;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto plot</c>: the histogram of an expression.</summary>
internal static class PlotCommand
{
    internal static Command Create()
    {
        Argument<string> target = new("file:tree") { Description = "File and tree or RNTuple, such as data.root:Events; a pattern or a folder means all of its files." };
        Argument<string> quantity = new("expression") { Description = "What to draw: a column, or a computation with + - * / ** < & [condition] and functions such as abs, sqrt, sum, max, count." };
        Option<string?> bins = new("--bins") { Description = "n,low,high. [default: found from the values]" };
        Option<string?> where = new("--where") { Description = "Only events for which this condition holds." };
        Option<string?> weight = new("--weight") { Description = "Weight of each event, or of each object." };
        Option<bool> logarithmic = new("--log") { Description = "Logarithmic height." };
        Option<string?> figure = new("--output", "-o") { Description = "Draw into this file: .svg or .pdf. [default: a sketch on the terminal]" };
        Option<string?> label = new("--label") { Description = "Label of the axis. [default: the expression]" };
        var memory = CommonOptions.Memory();
        var json = CommonOptions.Json();
        CommandWithExamples command = new("plot", "Draw the histogram of a column or of a computation with columns.",
            "ristretto plot data.root:Events 'Jet_pt[abs(Jet_eta) < 2.4]' --bins 60,0,300",
            "ristretto plot data.root:Events 'sum(Jet_pt)' --where 'nJet >= 4' --output ht.pdf --label 'H_{T} [GeV]'",
            "ristretto plot data.root:Events nJet --weight genWeight --json")
        { target, quantity, bins, where, weight, logarithmic, figure, label, memory, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var settings = new PlotSettings(parsed.GetRequiredValue(target), parsed.GetRequiredValue(quantity), parsed.GetValue(bins), parsed.GetValue(where),
                parsed.GetValue(weight), parsed.GetValue(logarithmic), parsed.GetValue(figure), parsed.GetValue(label), parsed.GetValue(json), parsed.GetValue(memory));
            return Run(settings, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(PlotSettings settings, TextWriter output, TextWriter errors, Func<SourceOptions>? servers = null,
        CancellationToken cancellation = default) => Failure.Guard("plot", errors, () =>
    {
        var binning = settings.Bins is null ? (Binning?)null : Binning.Parse(settings.Bins);
        if (settings.Output is { } path && Path.GetExtension(path).ToLowerInvariant() is not (".svg" or ".pdf"))
            throw new UsageException($"--output is \"{path}\"; figures are written as .svg or .pdf");
        var memory = settings.Memory is null ? RunOptions.DefaultMemory : ByteSize.Parse(settings.Memory, "--memory");
        var (name, treePath) = Target.ParseTree(settings.Target);
        using var connections = new Connections(servers?.Invoke(), cancellation);
        using var tables = new PlottedTables(connections.Expand(name), treePath, settings, connections);
        var histogram = MemoryLimit.Within(memory, () => TableHistogram.Fill(
            tables, settings.Quantity, binning, (quantities, columns) => BlockSize.For(columns, quantities, binning?.Bins ?? 0, memory), cancellation));
        if (settings.Label is { } label) histogram = histogram.Label(label);
        if (settings.Output is not null) Draw(histogram, settings).Save(settings.Output);
        if (settings.Json) PrintJson(histogram, output);
        else if (settings.Output is not null) output.WriteLine($"{settings.Output}   {Quantity.Count((long)histogram.Entries, "entry", "entries")}");
        else TextHistogram.Print(histogram, settings.Logarithmic, Screen.Width, output);
        return ExitCode.Ok;
    });

    private static Figure Draw(Histogram histogram, PlotSettings settings)
    {
        var figure = histogram.Plot();
        return settings.Logarithmic && figure is ShapeFigure shapes ? shapes.Log() : figure;
    }

    private static void PrintJson(Histogram histogram, TextWriter output)
    {
        using var buffer = new MemoryStream();
        UhiJson.Write(buffer, [new KeyValuePair<string, Histogram>(histogram.Name, histogram)]);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).TrimEnd());
    }
}
