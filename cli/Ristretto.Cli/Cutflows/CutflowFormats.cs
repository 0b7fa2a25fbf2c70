using Ristretto.Bytes.Errors;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli.Cutflows;

/// <summary>The forms in which a cutflow can be printed.</summary>
internal static class CutflowFormats
{
    private static readonly (string Name, Action<IReadOnlyList<CutflowStatistics>, TextWriter> Print)[] s_formats =
        [("table", CutflowText.Print), ("csv", CutflowCsv.Print), ("latex", CutflowLatex.Print), ("json", CutflowJson.Print)];

    /// <summary>The printer of a form.</summary>
    /// <exception cref="UsageException">There is no such form.</exception>
    internal static Action<IReadOnlyList<CutflowStatistics>, TextWriter> Find(string name)
    {
        foreach (var format in s_formats)
            if (format.Name == name) return format.Print;
        throw new UsageException($"--format is \"{name}\"; expected one of {string.Join(", ", s_formats.Select(format => format.Name))}"
            + NearestNames.Hint(name, s_formats.Select(format => format.Name)));
    }
}
