using System.CommandLine;
using System.CommandLine.Parsing;
using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Conventions;

/// <summary>Says in one line what is wrong with a command line.</summary>
internal static class Usage
{
    /// <summary>The first mistake with the nearest right name, or null when there is none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="root">The program.</param>
    /// <param name="commands">The names of all commands.</param>
    /// <param name="isHelp">Whether help was asked for, so that nothing need be complete.</param>
    internal static string? Complaint(ParseResult parsed, RootCommand root, IEnumerable<string> commands, bool isHelp)
    {
        var command = parsed.CommandResult.Command;
        if (command == root && FirstWord(parsed) is { } word)
            return $"there is no command \"{word}\"{Nearest(word, commands)}; ristretto --help lists the commands";
        if (isHelp) return null;
        if (command != root && command.Subcommands.Count > 0) return OfGroup(parsed, command, root);
        if (UnknownOption(parsed) is { } option)
            return $"there is no option {option}{Nearest(option, OptionNames(command, root))}; {Help(command, root)} lists the options";
        if (parsed.UnmatchedTokens.Count > 0)
            return $"\"{parsed.UnmatchedTokens[0]}\" is one argument too many; {Help(command, root)} shows the form";
        if (Empty(parsed) is { } empty) return $"{empty} is empty; {Help(command, root)} shows the form";
        if (parsed.Errors.Count == 0) return null;
        var first = parsed.Errors.FirstOrDefault(error => error.SymbolResult is ArgumentResult) ?? parsed.Errors[0];
        return $"{Text(first)}; {Help(command, root)} shows the form";
    }

    private static string OfGroup(ParseResult parsed, Command group, RootCommand root) => FirstWord(parsed) is { } word
        ? $"there is no command \"{group.Name} {word}\"{Nearest(word, group.Subcommands.Select(known => known.Name))}; {Help(group, root)} lists the commands"
        : $"a command is missing: {string.Join(" or ", group.Subcommands.Select(known => known.Name))}; {Help(group, root)} describes them";

    private static string Nearest(string wanted, IEnumerable<string> known)
    {
        var names = NearestNames.Of(wanted, known);
        return names.Count == 0 ? "" : $", did you mean {string.Join(" or ", names)}?";
    }

    private static string? FirstWord(ParseResult parsed) =>
        parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-'));

    // Arguments swallow unknown options; a lone - or a negative number or expression is no option, nor is what follows --.
    private static string? UnknownOption(ParseResult parsed)
    {
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) return null;
            if (token.Type != TokenType.Argument || !token.Value.StartsWith('-')) continue;
            var name = token.Value.Split('=')[0];
            if (name is ['-', '-', >= 'a' and <= 'z', ..] or ['-', >= 'a' and <= 'z']) return name;
        }
        return null;
    }

    private static string? Empty(ParseResult parsed)
    {
        foreach (var child in parsed.CommandResult.Children)
            switch (child)
            {
                case OptionResult { Option: var option } result when result.Tokens.Any(token => token.Value.Length == 0): return option.Name;
                case ArgumentResult { Argument: var argument } result when result.Tokens.Any(token => token.Value.Length == 0): return $"the argument <{argument.Name}>";
                default: break;
            }
        return null;
    }

    private static IEnumerable<string> OptionNames(Command command, RootCommand root) =>
        command.Options.Concat(root.Options.Where(option => option.Recursive)).SelectMany(option => option.Aliases.Append(option.Name))
            .Where(name => name.StartsWith("--", StringComparison.Ordinal));

    private static string Help(Command command, RootCommand root) => $"{PathOf(command, root)} --help";

    private static string PathOf(Command command, RootCommand root) =>
        command == root ? "ristretto" : $"{PathOf(command.Parents.OfType<Command>().First(), root)} {command.Name}";

    private static string Text(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Argument: var argument, Tokens.Count: 0 } => $"the argument <{argument.Name}> is missing",
        OptionResult { Option: var option, Implicit: true } => $"the option {option.Name} is missing",
        OptionResult { Option: var option, Tokens.Count: 0 } => $"{option.Name} needs a value",
        OptionResult { Option: var option, Tokens: [var token, ..] } when IsWhole(option.ValueType) => $"{option.Name} is \"{token.Value}\"; it must be a whole number",
        _ => error.Message.TrimEnd('.'),
    };

    private static bool IsWhole(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(long));
}
