using System.CommandLine;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Projects;

namespace Ristretto.Cli.Commands;

/// <summary><c>ristretto new analysis</c>: a project, or a single file, that fills a first histogram.</summary>
internal static class NewAnalysisCommand
{
    private const string Extension = ".cs";

    internal static Command Create()
    {
        Argument<string> name = new("name") { Description = "Name of the folder that is made; with .cs at its end a single file is made, which runs without a project." };
        Option<string?> feed = new("--feed") { Description = "FOLDER with the libraries as packages. [default: artifacts/packages of the clone, where scripts/pack puts them]" };
        Option<string?> data = new("--data") { Description = "FILE that the analysis reads when it is given none. [default: none]" };
        CommandWithExamples command = new("analysis", "Make a project, or a single file, that fills a first histogram.",
            "ristretto new analysis my-first --data demo-output/samples/demo_data_UL18.root",
            "ristretto new analysis first.cs --feed ~/ristretto-packages")
        { name, feed, data };
        command.SetAction(parsed => Failure.Guard("new analysis", parsed.InvocationConfiguration.Error,
            () => Run(parsed.GetRequiredValue(name), parsed.GetValue(feed), parsed.GetValue(data), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(string name, string? folderOfPackages, string? data, TextWriter output)
    {
        var isSingle = name.EndsWith(Extension, StringComparison.Ordinal);
        var last = Path.GetFileName(isSingle ? name[..^Extension.Length] : Path.TrimEndingDirectorySeparator(name));
        if (last.Length == 0 || !char.IsLetter(last[0]) || !last.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new UsageException($"{name}: the name of an analysis begins with a letter and has letters, digits, - and _");
        if (data is not null && !SourceAddress.IsRemote(data))
        {
            if (!File.Exists(data)) throw new SourceException(data, "no such file");
            data = Path.GetFullPath(data);
        }
        var feed = PackageFeed.Find(folderOfPackages);
        var folder = isSingle ? Path.GetDirectoryName(name) ?? "" : name;
        var project = new AnalysisProject(folder, feed, data);
        var files = isSingle ? project.WriteSingleFile(Path.GetFileName(name)) : project.Write();
        foreach (var file in files) output.WriteLine($"made   {Path.Combine(folder, file)}");
        output.WriteLine(isSingle ? $"next   dotnet run --file {name}{(data is null ? " -- FILE.root" : "")}" : $"next   cd {name} && dotnet run -c Release{(data is null ? " -- FILE.root" : "")}");
        return ExitCode.Ok;
    }
}
