namespace Ristretto.Cli.Diagnostics;

/// <summary>Programs that only tests and some conveniences use.</summary>
internal static class OtherPrograms
{
    internal static IEnumerable<Finding> Check() =>
    [
        Check("browser", "opens reports; the tests draw them in it", "apt install chromium", "chromium", "chromium-browser", "google-chrome", "firefox"),
        Check("node", "only the tests use it, to read files back with JSROOT", "apt install nodejs npm", "node"),
    ];

    private static Finding Check(string name, string purpose, string remedy, params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = programs.SelectMany(program => folders.Select(folder => Path.Combine(folder, program))).FirstOrDefault(File.Exists);
        return found is null ? new Finding(name, Verdict.Note, $"none found ({purpose})", remedy) : new Finding(name, Verdict.Good, found);
    }
}
