using System.CommandLine;
using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
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
        Argument<string[]> targets = new("file") { Description = "FILE for its objects, FILE:TREE for the branches or columns of a tree or RNTuple; a path, a pattern or an address.", Arity = ArgumentArity.OneOrMore };
        Option<bool> recursive = new("--recursive", "-r") { Description = "Go into directories." };
        Option<string?> columns = new("--columns") { Description = "Only the branches of these names, with * and ?, separated by commas." };
        var json = CommonOptions.Json();
        CommandWithExamples command = new("ls", "List the objects of a ROOT file, the branches of a tree, or the columns of an RNTuple.",
            "ristretto ls data.root",
            "ristretto ls -r histograms.root",
            "ristretto ls data.root:Events --columns 'Jet_*,nJet'",
            "ristretto ls 'root://host//store/data/*.root'")
        { targets, recursive, columns, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(targets), parsed.GetValue(recursive), parsed.GetValue(columns), parsed.GetValue(json),
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(IReadOnlyList<string> targets, bool recursive, string? columns, bool json, TextWriter output, TextWriter errors,
        Func<SourceOptions>? servers = null, CancellationToken cancellation = default) => Failure.Guard("ls", errors, () =>
    {
        if (targets.Skip(1).FirstOrDefault(target => target.Contains('*') && !target.Contains('/') && !target.Contains(".root") && !File.Exists(target)) is { } pattern)
            throw new UsageException($"{pattern} is no file; branches are chosen with --columns '{pattern}'");
        if (columns is not null && targets.FirstOrDefault(target => Target.Parse(target).Object is null) is { } whole && File.Exists(whole))
            throw new UsageException($"--columns chooses branches of a tree; name the tree too, for example {whole}:Events");
        using var connections = new Connections(servers?.Invoke(), cancellation);
        Target[] files = [.. targets.SelectMany(target => Target.Parse(target).Expand(connections))];
        if (json) PrintJson(files, connections, recursive, columns, output);
        else Print(files, connections, recursive, columns, output);
        return ExitCode.Ok;
    });

    private static void Print(Target[] targets, Connections connections, bool recursive, string? columns, TextWriter output)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            var target = targets[i];
            using var file = RootFile.Open(target.File, connections);
            if (targets.Length > 1) output.WriteLine($"{(i > 0 ? Environment.NewLine : "")}{target}:");
            if (target.Object is { } ntuple && IsNTuple(file, ntuple)) NTupleListing.Print(file.GetNTuple(ntuple), columns, output);
            else if (target.Object is { } tree) TreeListing.Print(file.GetTree(tree), columns, output);
            else FileListing.Print(file, recursive, output);
        }
    }

    private static bool IsNTuple(RootFile file, string name) => file.Find(name) is { } key && RootFile.IsNTuple(key);

    // One target is one object, several are an array of them.
    private static void PrintJson(Target[] targets, Connections connections, bool recursive, string? columns, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        if (targets.Length > 1) json.WriteStartArray();
        foreach (var target in targets) Write(target, connections, recursive, columns, json);
        if (targets.Length > 1) json.WriteEndArray();
    });

    private static void Write(Target target, Connections connections, bool recursive, string? columns, Utf8JsonWriter json)
    {
        using var file = RootFile.Open(target.File, connections);
        if (target.Object is { } ntuple && IsNTuple(file, ntuple)) NTupleListing.Write(file.GetNTuple(ntuple), columns, json);
        else if (target.Object is { } tree) TreeListing.Write(file.GetTree(tree), columns, json);
        else FileListing.Write(file, recursive, json);
    }
}
