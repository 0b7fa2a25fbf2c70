using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Checking;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Diagnostics;

/// <summary>Checks files one after the other.</summary>
internal sealed class FileDoctor(Connections connections, int jobs, TextWriter output, TextWriter errors, CancellationToken cancellation)
{
    /// <summary>Prints what is found; returns the exit code. A file that cannot be looked at at all does not hide the others.</summary>
    internal int Run(IReadOnlyList<string> files, bool json)
    {
        var code = ExitCode.Ok;
        if (!json)
        {
            foreach (var file in files)
                code = Math.Max(code, Check(file, files.Count > 1, report => FileReportText.Print(report, output), error => errors.WriteLine($"ristretto doctor: {PlainLine.Of(error.Message)}")));
            return code;
        }
        JsonPrinter.Print(output, writer =>
        {
            if (files.Count > 1) writer.WriteStartArray();
            foreach (var file in files)
                code = Math.Max(code, Check(file, files.Count > 1, report => FileReportJson.Write(report, writer), error => FileReportJson.Write(file, error.Message, writer)));
            if (files.Count > 1) writer.WriteEndArray();
        });
        return code;
    }

    private int Check(string file, bool goesOn, Action<FileReport> print, Action<RistrettoException> fail)
    {
        try
        {
            var report = FileCheck.Run(file, new FileCheckOptions
            {
                Connections = connections,
                Progress = ProgressLines.To<FileCheckProgress>(errors, progress => $"{Quantity.Bytes(progress.Done)} of {Quantity.Bytes(progress.Total)}   {file}   {PlainLine.Of(progress.Object)}"),
                Threads = jobs,
                Cancellation = cancellation,
            });
            print(report);
            return report.IsSound ? ExitCode.Ok : ExitCode.Input;
        }
        catch (RistrettoException error) when (goesOn)
        {
            fail(error);
            return ExitCode.Of(error);
        }
    }
}
