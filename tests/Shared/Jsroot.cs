using System.Diagnostics;
using System.Text.Json;

namespace Ristretto.Tests.Shared;

/// <summary>JSROOT under Node.js, an implementation of ROOT's format that shares nothing with ours. Installed on demand, as pinned in tests/tools/jsroot.</summary>
internal static class Jsroot
{
    private static readonly Lazy<string> s_modules = new(Install);

    /// <summary>The histograms that JSROOT finds in a file; the test is skipped, and counted as such, where Node.js or the package cannot be had.</summary>
    internal static JsonElement[] Read(string path)
    {
        var (code, output, errors) = Run("node", Repository.Root, Repository.PathOf("tests", "tools", "jsroot", "dump.mjs"), s_modules.Value, path);
        Assert.True(code == 0, errors);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    /// <summary>Columns of a tree or an ntuple, all or those named: <c>title</c>, <c>entries</c>, <c>titles</c> and <c>columns</c>, by name one array
    /// with an element per entry.</summary>
    internal static JsonElement ReadColumns(string path, string name, params string[] columns)
    {
        var (code, output, errors) = Run("node", Repository.Root, [Repository.PathOf("tests", "tools", "jsroot", "columns.mjs"), s_modules.Value, path, name, .. columns]);
        Assert.True(code == 0, errors);
        Assert.True(errors.Length == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>One object with all members.</summary>
    internal static JsonElement ReadObject(string path, string name)
    {
        var (code, output, errors) = Run("node", Repository.Root, Repository.PathOf("tests", "tools", "jsroot", "objects.mjs"), s_modules.Value, path, name);
        Assert.True(code == 0 && errors.Length == 0, errors);
        return JsonDocument.Parse(output).RootElement[0];
    }

    /// <summary>Every object that is no tree and no ntuple: <c>path</c>, <c>cycle</c>, <c>class</c>, <c>title</c> and <c>object</c> with all members.</summary>
    internal static JsonElement[] ReadObjects(string path)
    {
        var (code, output, errors) = Run("node", Repository.Root, Repository.PathOf("tests", "tools", "jsroot", "objects.mjs"), s_modules.Value, path);
        Assert.True(code == 0 && errors.Length == 0, errors);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    private static string Install()
    {
        var folder = Repository.PathOf("artifacts", "jsroot");
        var source = Repository.PathOf("tests", "tools", "jsroot");
        var modules = Path.Combine(folder, "node_modules");
        var stamp = Path.Combine(folder, "installed");
        var wanted = File.ReadAllText(Path.Combine(source, "package-lock.json"));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted) return modules;

        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        var (code, _, errors) = Run("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (code != 0) Assert.Skip($"JSROOT could not be installed: {errors.ReplaceLineEndings(" ")}");
        File.WriteAllText(stamp, wanted);
        return modules;
    }

    private static (int Code, string Output, string Errors) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }
}
