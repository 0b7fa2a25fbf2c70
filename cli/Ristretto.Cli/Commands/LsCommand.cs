using System.CommandLine;
using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Listings;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto ls</c>: the objects of a file or a directory, the branches of a tree.</summary>
internal static class LsCommand
{
    internal static Command Create()
    {
        Argument<string[]> targets = new("file") { Description = "FILE for its objects, FILE:FOLDER for those of a directory, FILE:TREE for the branches or columns of a tree or RNTuple; a path, a pattern or an address.", Arity = ArgumentArity.OneOrMore };
        Option<bool> isLong = new("--long", "-l") { Description = "Every cycle, with compression, date and place in the file; of a tree the compression of each branch." };
        Option<bool> recursive = new("--recursive", "-r") { Description = "Go into directories." };
        Option<string?> columns = new("--columns") { Description = "Only the branches of these names, with * and ?, separated by commas." };
        var (recover, json) = (CommonOptions.Recover(), CommonOptions.Json());
        CommandWithExamples command = new("ls", "List the objects of a ROOT file or of a directory in it, the branches of a tree, or the columns of an RNTuple.",
            "ristretto ls data.root",
            "ristretto ls -l data.root:Events",
            "ristretto ls -r histograms.root:folder",
            "ristretto ls data.root:Events --columns 'Jet_*,nJet'",
            "ristretto ls 'root://host//store/data/*.root'")
        { targets, isLong, recursive, columns, recover, json };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var settings = new ListSettings(parsed.GetValue(isLong), parsed.GetValue(recursive), parsed.GetValue(columns), parsed.GetValue(recover));
            return Run(parsed.GetRequiredValue(targets), settings, parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
                () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    internal static int Run(IReadOnlyList<string> targets, ListSettings settings, bool json, TextWriter output, TextWriter errors,
        Func<SourceOptions>? servers = null, CancellationToken cancellation = default) => Failure.Guard("ls", errors, () =>
    {
        if (targets.Skip(1).FirstOrDefault(target => target.Contains('*') && !target.Contains('/') && !target.Contains(".root") && !File.Exists(target)) is { } pattern)
            throw new UsageException($"{pattern} is no file; branches are chosen with --columns '{pattern}'");
        if (settings.Columns is not null && targets.FirstOrDefault(target => Target.Parse(target).Object is null) is { } whole && File.Exists(whole))
            throw new UsageException($"--columns chooses branches of a tree; name the tree too, for example {whole}:Events");
        using var connections = new Connections(servers?.Invoke(), cancellation);
        Target[] files = [.. targets.SelectMany(target => Target.Parse(target).Expand(connections))];
        if (json) PrintJson(files, connections, settings, output);
        else Print(files, connections, settings, output);
        return ExitCode.Ok;
    });

    private static void Print(Target[] targets, Connections connections, ListSettings settings, TextWriter output)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            var target = targets[i];
            using var file = settings.Open(target.File, connections);
            if (targets.Length > 1) output.WriteLine($"{(i > 0 ? Environment.NewLine : "")}{target}:");
            switch (Find(file, target.Object, settings))
            {
                case ({ } path, { } key) when RootFile.IsNTuple(key): NTupleListing.Print(file.GetNTuple(path), settings.Columns, settings.IsLong, output); break;
                case ({ } path, { } key) when RootFile.IsTree(key): TreeListing.Print(file.GetTree(path), settings.Columns, settings.IsLong, output); break;
                default:
                    if (settings.IsLong) LongListing.Print(new ListedObjects(file, target.Object, settings.IsRecursive), output);
                    else FileListing.Print(new ListedObjects(file, target.Object, settings.IsRecursive), output);
                    break;
            }
            if (file.IsRecovered) output.WriteLine("found record by record: the file is not whole");
        }
    }

    // One target is one object, several are an array of them.
    private static void PrintJson(Target[] targets, Connections connections, ListSettings settings, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        if (targets.Length > 1) json.WriteStartArray();
        foreach (var target in targets) Write(target, connections, settings, json);
        if (targets.Length > 1) json.WriteEndArray();
    });

    private static void Write(Target target, Connections connections, ListSettings settings, Utf8JsonWriter json)
    {
        using var file = settings.Open(target.File, connections);
        switch (Find(file, target.Object, settings))
        {
            case ({ } path, { } key) when RootFile.IsNTuple(key): NTupleListing.Write(file.GetNTuple(path), settings.Columns, json); break;
            case ({ } path, { } key) when RootFile.IsTree(key): TreeListing.Write(file.GetTree(path), settings.Columns, json); break;
            default: FileListing.Write(new ListedObjects(file, target.Object, settings.IsRecursive), settings.IsLong, json); break;
        }
    }

    private static (string? Path, KeyRecord? Key) Find(RootFile file, string? path, ListSettings settings)
    {
        if (path is null) return (null, null);
        var key = file.Find(path) ?? throw new SchemaException(file.Path, $"has no object {path}{NearestNames.Hint(path, file.AllKeys().Select(entry => entry.Path))}");
        if (settings.Columns is not null && !RootFile.IsTree(key) && !RootFile.IsNTuple(key))
            throw new UsageException($"--columns chooses branches of a tree; {path} is a {key.ClassName}");
        return (path, key);
    }
}
