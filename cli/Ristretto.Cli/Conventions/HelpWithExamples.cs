using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ristretto.Cli.Conventions;

/// <summary>The help of a command followed by examples of its use.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly string[] s_first = ["ristretto demo", "ristretto help run", "ristretto ls data.root"];

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            CommandWithExamples command => command.Examples,
            RootCommand => s_first,
            _ => [],
        };
        if (examples.Count == 0) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
