using System.Diagnostics;
using System.Globalization;

namespace Ristretto.Benchmarks;

/// <summary>The queries as plain loops in C++, compiled where this runs; see benchmarks/reference.</summary>
internal sealed class ReferenceProgram : IDisposable
{
    private const string Compiler = "g++";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ristretto-");

    private ReferenceProgram() { }

    private string Program => Path.Combine(_folder.FullName, "adl");

    /// <summary>The program with the columns of a file; null where there is no compiler.</summary>
    internal static ReferenceProgram? Make(string file)
    {
        var program = new ReferenceProgram();
        try
        {
            Run(Compiler, "-std=c++17", "-O3", "-march=native", "-ffp-contract=off", "-o", program.Program, Path.Combine(AppContext.BaseDirectory, "adl.cpp"));
            ColumnDump.Write(file, program._folder.FullName);
            return program;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            program.Dispose();
            return null;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>The median time of a query in seconds over the events taken some number of times, and the bins of its histograms.</summary>
    internal (double Seconds, IReadOnlyList<double[]> Histograms) Measure(string query, int rounds, int copies)
    {
        var lines = Run(Program, _folder.FullName, query, Text(rounds), Text(copies)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (Number(lines[0]), [.. lines[1..].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray())]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
