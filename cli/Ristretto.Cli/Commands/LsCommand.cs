using System.CommandLine;
using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Listings;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto ls</c>: the objects of a file, the branches of a tree.</summary>
internal static class LsCommand
{
    internal static Command Create()
    {
        Argument<string[]> targets = new("file") { Description = "FILE for its objects, FILE:TREE for the branches or columns of a tree or RNTuple.", Arity = ArgumentArity.OneOrMore };
        Option<bool> recursive = new("--recursive", "-r") { Description = "Go into directories." };
        Option<string?> columns = new("--columns") { Description = "Only the branches of these names, with * and ?, separated by commas." };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("ls", "List the objects of a ROOT file, the branches of a tree, or the columns of an RNTuple.",
            "ristretto ls data.root",
            "ristretto ls -r histograms.root",
            "ristretto ls data.root:Events --columns 'Jet_*,nJet'")
        { targets, recursive, columns, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(targets), parsed.GetValue(recursive), parsed.GetValue(columns), parsed.GetValue(json),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(IReadOnlyList<string> targets, bool recursive, string? columns, bool json, TextWriter output, TextWriter errors) => Failure.Guard("ls", errors, () =>
    {
        if (targets.Skip(1).FirstOrDefault(target => target.Contains('*') && !File.Exists(target)) is { } pattern)
            throw new UsageException($"{pattern} is no file; branches are chosen with --columns '{pattern}'");
        if (json) PrintJson(targets, recursive, columns, output);
        else Print(targets, recursive, columns, output);
        return ExitCode.Ok;
    });

    private static void Print(IReadOnlyList<string> targets, bool recursive, string? columns, TextWriter output)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            var target = Target.Parse(targets[i]);
            using var file = RootFile.Open(target.File);
            if (targets.Count > 1) output.WriteLine($"{(i > 0 ? Environment.NewLine : "")}{targets[i]}:");
            if (target.Object is { } ntuple && IsNTuple(file, ntuple)) NTupleListing.Print(file.GetNTuple(ntuple), columns, output);
            else if (target.Object is { } tree) TreeListing.Print(file.GetTree(tree), columns, output);
            else FileListing.Print(file, recursive, output);
        }
    }

    private static bool IsNTuple(RootFile file, string name) => file.Find(name) is { } key && RootFile.IsNTuple(key);

    // One target is one object, several are an array of them.
    private static void PrintJson(IReadOnlyList<string> targets, bool recursive, string? columns, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        if (targets.Count > 1) json.WriteStartArray();
        foreach (var text in targets) Write(Target.Parse(text), recursive, columns, json);
        if (targets.Count > 1) json.WriteEndArray();
    });

    private static void Write(Target target, bool recursive, string? columns, Utf8JsonWriter json)
    {
        using var file = RootFile.Open(target.File);
        if (target.Object is { } ntuple && IsNTuple(file, ntuple)) NTupleListing.Write(file.GetNTuple(ntuple), columns, json);
        else if (target.Object is { } tree) TreeListing.Write(file.GetTree(tree), columns, json);
        else FileListing.Write(file, recursive, json);
    }
}
