using System.CommandLine;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;
using Ristretto.Cli.Views;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto show</c>: one object of a file as people look at it.</summary>
internal static class ShowCommand
{
    internal static Command Create()
    {
        Argument<string> target = new("object") { Description = "FILE:OBJECT, with the cycle FILE:OBJECT;2." };
        Option<string?> columns = new("--columns") { Description = "Of a tree only the columns of these names, with * and ?, separated by commas." };
        Option<long> first = new("--first") { Description = "Of a tree the first entry that is shown." };
        Option<int> entries = new("--entries", "-n") { Description = "Of a tree the number of entries that are shown.", DefaultValueFactory = _ => 10 };
        var recover = CommonOptions.Recover();
        CommandWithExamples command = new("show", "Show an object: a histogram as bars, a tree as a table of entries, a graph as its points, anything else member by member.",
            "ristretto show histograms.root:h_pt",
            "ristretto show data.root:Events --columns 'nJet,Jet_*' --entries 5",
            "ristretto show data.root:folder/fit")
        { target, columns, first, entries, recover };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), parsed.GetValue(columns), parsed.GetValue(first), parsed.GetValue(entries), parsed.GetValue(recover),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(string target, string? columns, long first, int entries, bool recover, TextWriter output, TextWriter errors) => Failure.Guard("show", errors, () =>
    {
        if (first < 0 || entries < 0) throw new UsageException("--first and --entries must not be negative");
        var (path, inside) = Target.Parse(target);
        using var file = RootFile.Open(path, new RootFileOptions { Recover = recover });
        if (inside is null) throw new UsageException($"name an object too, for example {path}:{(file.Directory.Keys.Count > 0 ? file.Directory.Keys[0].Name : "name")} (ristretto ls {path} lists them)");
        var key = file.Find(inside) ?? throw new SchemaException(file.Path, $"has no object {inside}{NearestNames.Hint(inside, file.AllKeys().Select(entry => entry.Path))}");
        if (RootFile.IsTree(key)) TreeView.Print(file.GetTree(inside), columns, first, entries, Screen.Width, output);
        else if (RootFile.IsNTuple(key)) Listings.NTupleListing.Print(file.GetNTuple(inside), columns, isLong: false, output);
        else if (RootDirectory.IsDirectory(key)) Listings.LongListing.Print(new Listings.ListedObjects(file, inside, IsRecursive: true), output);
        else ObjectView.Print(file.ReadObject(inside, key), Screen.Width, output);
        return ExitCode.Ok;
    });
}
