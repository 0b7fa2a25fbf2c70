using System.CommandLine;
using System.CommandLine.Help;
using Ristretto.Cli.Commands;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli;

/// <summary>The program: finds the command, runs it, gives its exit code.</summary>
internal static class Application
{
    private static readonly (string Name, Func<Command> Create)[] s_commands =
    [
        ("demo", DemoCommand.Create),
        ("run", RunCommand.Create),
        ("ls", LsCommand.Create),
        ("show", ShowCommand.Create),
        ("summary", SummaryCommand.Create),
        ("schema", SchemaCommand.Create),
        ("plot", PlotCommand.Create),
        ("convert", ConvertCommand.Create),
        ("skim", SkimCommand.Create),
        ("merge", MergeCommand.Create),
        ("diff", DiffCommand.Create),
        ("cutflow", CutflowCommand.Create),
        ("bench", BenchCommand.Create),
        ("doctor", DoctorCommand.Create),
        ("new", NewCommand.Create),
    ];

    /// <summary>Runs one command line; results go to <paramref name="output"/>, everything else to <paramref name="errors"/>.</summary>
    internal static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is ["help", ..]) arguments = [.. arguments.Skip(1), "--help"];
        var command = arguments.Count > 0 ? arguments[0] : "";
        return Failure.Guard(Array.Exists(s_commands, known => known.Name == command) ? command : "", errors, () =>
        {
            var code = Dispatch(arguments, output, errors);
            output.Flush();
            return code;
        });
    }

    private static int Dispatch(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var root = CreateRoot(arguments);
        var parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (arguments.Count == 0)
        {
            root.Parse("--help").Invoke(new InvocationConfiguration { Output = errors, Error = errors });
            return ExitCode.Usage;
        }
        var isHelp = parsed.Action is HelpAction or HelpWithExamples;
        if (!isHelp && parsed.CommandResult.Command is CommandWithExamples { CheckFirst: { } check }) check(parsed);
        if (Usage.Complaint(parsed, root, s_commands.Select(known => known.Name), isHelp) is { } complaint) throw new UsageException(complaint);
        if (parsed.GetValue<bool>("--debug")) Environment.SetEnvironmentVariable(Failure.DebugVariable, "1");
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>Only the command that is asked for is built, which halves the time to start; all of them for help and for mistakes.</summary>
    private static RootCommand CreateRoot(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Ristretto: collider analysis, from ROOT files to histograms and plots.");
        root.Directives.Clear();
        var asked = Array.FindIndex(s_commands, known => arguments.Count > 0 && known.Name == arguments[0]);
        foreach (var (name, create) in asked >= 0 ? [s_commands[asked]] : s_commands) root.Add(create());
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        (help.Description, root.Options.OfType<VersionOption>().Single().Description) = ("Show this help.", "Show the version.");
        root.Add(new Option<bool>("--debug") { Description = "Show the stack of an internal error.", Recursive = true });
        return root;
    }
}
