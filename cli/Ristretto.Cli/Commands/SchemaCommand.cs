using System.CommandLine;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Schemas;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto schema</c>: the columns of files as a schema, of which the compiler makes typed events.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "FILE, or FILE:TREE; several files become versions of one format.", Arity = ArgumentArity.OneOrMore };
        Option<string> space = new("--namespace") { Description = "Namespace of the types.", DefaultValueFactory = _ => "Analysis" };
        Option<string?> name = new("--name") { Description = "NAME of NAMEBatch and NAMEEvent. [default: the name of the first file]" };
        Option<string[]> versions = new("--versions") { Description = "Names of the files' versions, separated by commas. [default: v1,v2,…]", CustomParser = NameList.Parse };
        CommandWithExamples command = new("schema", "Print the columns of a file as a schema, of which the compiler makes typed events.",
            "ristretto schema ntuple.root > my.schema",
            "ristretto schema v14.root v15.root --versions v14,v15 --name Nano15 > nano15.schema",
            "ristretto schema trees.root:analysis/Events --namespace Toy --name Toy > toy.schema")
        { files, space, name, versions };
        ServerOptions servers = new();
        servers.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed.GetRequiredValue(files), parsed.GetRequiredValue(space), parsed.GetValue(name), parsed.GetValue(versions) ?? [],
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, () => servers.Of(parsed), interruption.Token);
        });
        return command;
    }

    private static int Run(string[] files, string space, string? name, string[] versions, TextWriter output, TextWriter errors,
        Func<SourceOptions> servers, CancellationToken cancellation) =>
        Failure.Guard("schema", errors, () =>
        {
            using var connections = new Connections(servers(), cancellation);
            Target[] targets = [.. files.SelectMany(file => Target.Parse(file).Expand(connections))];
            if (versions.Length > 0 && versions.Length != targets.Length) throw new UsageException($"--versions names {versions.Length} for {targets.Length} files");
            if (versions.FirstOrDefault(version => version.AsSpan().ContainsAny(" \t#")) is { } bad) throw new UsageException($"--versions {bad}: a version is one word");
            if (!space.Split('.').All(IsName)) throw new UsageException($"--namespace {space}: names in C# have letters, digits and _, and begin with no digit; dots stand between them");
            if (name is not null && !IsName(name)) throw new UsageException($"--name {name}: a name in C# has letters, digits and _, and begins with no digit");
            var draft = new SchemaDraft();
            for (var i = 0; i < targets.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                using var file = RootFile.Open(targets[i].File, connections);
                var table = targets[i].Object ?? UsualTable.Of(file);
                draft.Add(versions.Length > 0 ? versions[i] : $"v{i + 1}", table, StoredColumns.Of(file, table));
            }
            if (draft.Sections().Count == 0)
                throw new SchemaException(targets[0].ToString(), "has no numbers and no lists of numbers, of which events are made; ristretto ls shows what it has");
            SchemaText.Print(draft, space, name ?? NameOf(targets[0].File), $"ristretto schema {string.Join(' ', files)}", output);
            return ExitCode.Ok;
        });

    private static bool IsName(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    // nano_dy.root is NanoDy.
    private static string NameOf(string file)
    {
        var stem = Path.GetFileName(file).Split('.')[0];
        var words = string.Concat(stem.Split([.. stem.Where(c => !char.IsLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return words.Length > 0 && char.IsLetter(words[0]) ? words : $"File{words}";
    }
}
