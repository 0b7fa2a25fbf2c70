using System.Globalization;
using System.Numerics;

namespace Ristretto.Fuzz;

/// <summary>What the command line says.</summary>
internal sealed record FuzzOptions
{
    /// <summary>What <c>--help</c> prints.</summary>
    internal const string Help = """
        ristretto-fuzz FILES-OR-FOLDERS… [options]

        Damages ROOT files in memory, reads everything in them, and expects success or an error of Ristretto: no other exception, no crash, no hang,
        no more memory than 512 MB. Without files it takes small ones that it writes itself.

          --mutations N        how many (20000)
          --seed S             the first seed (1): the same files, numbers and seed give the same inputs
          --jobs J             processes that work at once (1)
          --replay SEED:FILE   one input again, with everything that it says
          --save FOLDER        where the input of a finding is put; with --replay the input itself
          --largest BYTES      larger files are left out (4000000)
          --limit SECONDS      longest time for one input (2)
          --keep-going         lists every finding instead of ending with the first, as long as its process lives
          --help               this

        Exit code 0: nothing found. 1: a finding, with the command that replays it. 2: the command line is wrong.
        """;

    /// <summary>Files and folders.</summary>
    internal IReadOnlyList<string> Inputs { get; private init; } = [];

    /// <summary>Number of mutations.</summary>
    internal long Mutations { get; private init; } = 20_000;

    /// <summary>The first seed.</summary>
    internal ulong Seed { get; private init; } = 1;

    /// <summary>Processes at once.</summary>
    internal int Jobs { get; private init; } = 1;

    /// <summary>The seed and file to replay; null for none.</summary>
    internal (ulong Seed, string File)? Replay { get; private init; }

    /// <summary>Where inputs are put; null for nowhere.</summary>
    internal string? Save { get; private init; }

    /// <summary>Size of the largest file that is taken.</summary>
    internal long Largest { get; private init; } = 4_000_000;

    /// <summary>Longest time for one input.</summary>
    internal TimeSpan Limit { get; private init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether findings are only listed.</summary>
    internal bool KeepsGoing { get; private init; }

    /// <summary>Whether help is wanted.</summary>
    internal bool WantsHelp { get; private init; }

    /// <summary>For a process that works for another: its number, the first mutation, and the file that says where it is.</summary>
    internal (int Job, long First, string Journal)? Work { get; private init; }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">It is wrong; the message says how.</exception>
    internal static FuzzOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions();
        var inputs = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            string Value() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"{name} needs a value");
            options = name switch
            {
                "--mutations" => options with { Mutations = Number<long>(name, Value()) },
                "--seed" => options with { Seed = Number<ulong>(name, Value()) },
                "--jobs" => options with { Jobs = Math.Max(1, Number<int>(name, Value())) },
                "--largest" => options with { Largest = Number<long>(name, Value()) },
                "--limit" => options with { Limit = TimeSpan.FromSeconds(Number<double>(name, Value())) },
                "--save" => options with { Save = Value() },
                "--keep-going" => options with { KeepsGoing = true },
                "--help" or "-h" => options with { WantsHelp = true },
                "--replay" => options with { Replay = Pair(Value()) },
                "--work" => options with { Work = (Number<int>(name, Value()), Number<long>(name, Value()), Value()) },
                _ when name.StartsWith('-') => throw new FormatException($"there is no option {name}"),
                _ => options,
            };
            if (!name.StartsWith('-')) inputs.Add(name);
        }
        return options with { Inputs = inputs };
    }

    private static T Number<T>(string name, string text) where T : struct, INumber<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException($"{name} needs a number, not {text}");

    private static (ulong, string) Pair(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? (Number<ulong>("--replay", text[..colon]), text[(colon + 1)..]) : throw new FormatException($"--replay needs SEED:FILE, not {text}");
    }
}
