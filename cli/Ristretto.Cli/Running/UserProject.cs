using System.ComponentModel;
using System.Diagnostics;
using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Running;

/// <summary>Builds a user's project.</summary>
internal static class UserProject
{
    private static readonly string[] s_build = ["-c", "Release", "-v", "quiet", "-nologo", "-clp:NoSummary"];

    /// <summary>Builds a project and gives the path of its assembly.</summary>
    /// <param name="path">The project file, or a folder that holds exactly one.</param>
    /// <param name="log">Told that a build is going on.</param>
    /// <exception cref="SourceException">There is no such project.</exception>
    /// <exception cref="ConfigurationException">It does not compile; the message has the compiler's first error. Or there is no SDK.</exception>
    internal static string Build(string path, TextWriter log)
    {
        var project = Find(path);
        log.WriteLine($"ristretto run: building {project}");
        var (buildCode, said) = Run(["build", project, .. s_build]);
        if (buildCode != 0) throw new ConfigurationException(project, null, $"does not compile: {FirstError(said)}");
        var (code, target) = Run(["msbuild", project, "-nologo", "-getProperty:TargetPath", "-p:Configuration=Release"]);
        return code == 0 && File.Exists(target.Trim()) ? target.Trim() : throw new ConfigurationException(project, null, $"the build left no assembly: {FirstError(target)}");
    }

    private static string Find(string path)
    {
        if (File.Exists(path)) return path;
        if (!Directory.Exists(path)) throw new SourceException(path, "no such project, folder or assembly");
        return Directory.GetFiles(path, "*.csproj") switch
        {
            [var only] => only,
            [] => throw new SourceException(path, "the folder holds no project (.csproj)"),
            var several => throw new SourceException(path, $"the folder holds several projects; name one: {string.Join(", ", several.Order(StringComparer.Ordinal))}"),
        };
    }

    private static (int Code, string Output) Run(string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception error)
        {
            throw new ConfigurationException("dotnet", null, "the .NET SDK is needed to build a project and is not on PATH; build it elsewhere and run its .dll", error);
        }
    }

    private static string FirstError(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(line => line.Contains(": error", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "dotnet said nothing";
    }
}
