using System.Reflection;
using Ristretto.Bytes.Errors;
using Ristretto.Cli.Conventions;
using Ristretto.Events.Programs;

namespace Ristretto.Cli.Running;

/// <summary>Finds the analyses that can be run: the program's own by name, a user's by the path of a project, a folder with one, or an assembly.</summary>
internal static class AnalysisCatalogue
{
    /// <summary>Key under which the build lists the assemblies of the program's own analyses.</summary>
    private const string MetadataKey = "Analysis";

    /// <summary>The program's own analyses.</summary>
    internal static IReadOnlyList<IAnalysisProgram> BuiltIn() =>
        [.. typeof(AnalysisCatalogue).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key == MetadataKey)
            .SelectMany(attribute => ProgramsOf(Assembly.Load(attribute.Value!)))];

    /// <summary>The analysis of that name or path; <c>PATH:NAME</c> chooses one of several in an assembly.</summary>
    /// <param name="wanted">Name or path.</param>
    /// <param name="log">Receives what a build says, one line.</param>
    /// <exception cref="UsageException">There is none of that name; names the nearest.</exception>
    /// <exception cref="SourceException">The assembly cannot be read.</exception>
    /// <exception cref="ConfigurationException">The project does not compile, or its assembly has no analysis.</exception>
    internal static IAnalysisProgram Find(string wanted, TextWriter log)
    {
        if (BuiltIn().FirstOrDefault(program => program.Name == wanted) is { } known) return known;
        Check(wanted);
        var (path, name) = SplitPath(wanted);
        var assembly = path.EndsWith(".dll", StringComparison.Ordinal) ? path : UserProject.Build(path, log);
        return Choose(ProgramsOf(UserAssembly.Load(assembly)), assembly, name);
    }

    /// <summary>Makes sure that something of that name or path is there, without building or loading it.</summary>
    /// <param name="wanted">Name or path; null when none was given.</param>
    /// <exception cref="UsageException">There is none of that name; names the nearest.</exception>
    /// <exception cref="SourceException">There is no such file or folder.</exception>
    internal static void Check(string? wanted)
    {
        if (wanted is null or "" or ['-', ..]) return;
        var names = BuiltIn().Select(program => program.Name).ToArray();
        if (names.Contains(wanted)) return;
        var (path, _) = SplitPath(wanted);
        if (!IsPath(path))
            throw new UsageException($"there is no analysis \"{wanted}\"{NearestNames.Hint(wanted, names)}; known are {string.Join(", ", names)}, "
                + "and the path of a project (.csproj), a folder with one, or an assembly (.dll)");
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new SourceException(path, path.EndsWith(".dll", StringComparison.Ordinal) ? "no such assembly" : "no such project, folder or assembly");
    }

    /// <summary>The analyses of an assembly: its public classes that implement <see cref="IAnalysisProgram"/> and can be made without arguments.</summary>
    private static IReadOnlyList<IAnalysisProgram> ProgramsOf(Assembly assembly) =>
        [.. assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IAnalysisProgram).IsAssignableFrom(type) && type.GetConstructor([]) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IAnalysisProgram)Activator.CreateInstance(type)!)];

    private static IAnalysisProgram Choose(IReadOnlyList<IAnalysisProgram> programs, string assembly, string? name)
    {
        if (programs.Count == 0)
            throw new ConfigurationException(assembly, null, $"no public class here implements {nameof(IAnalysisProgram)} with a constructor without parameters");
        var names = programs.Select(program => program.Name).ToArray();
        if (name is null)
            return programs.Count == 1 ? programs[0] : throw new UsageException($"{assembly} has several analyses; choose one: {string.Join(", ", names.Select(each => $"{assembly}:{each}"))}");
        return programs.FirstOrDefault(program => program.Name == name)
            ?? throw new UsageException($"{assembly} has no analysis \"{name}\"{NearestNames.Hint(name, names)}; it has {string.Join(", ", names)}");
    }

    private static (string Path, string? Name) SplitPath(string wanted)
    {
        var colon = wanted.LastIndexOf(':');
        return colon <= 0 || File.Exists(wanted) || Directory.Exists(wanted) ? (wanted, null) : (wanted[..colon], wanted[(colon + 1)..]);
    }

    private static bool IsPath(string text) =>
        text.EndsWith(".dll", StringComparison.Ordinal) || text.EndsWith(".csproj", StringComparison.Ordinal)
        || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || Directory.Exists(text);
}
