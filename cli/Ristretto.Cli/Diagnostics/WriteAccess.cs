using Ristretto.Cli.Conventions;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Diagnostics;

/// <summary>Whether results can be written in a folder.</summary>
internal static class WriteAccess
{
    private const long LittleSpace = 100_000_000;

    internal static Finding Check(string folder)
    {
        const string name = "write access";
        var probe = Path.Combine(folder, $".ristretto-doctor-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            var free = new DriveInfo(folder).AvailableFreeSpace;
            var found = $"{folder}, {Quantity.Bytes(free)} free";
            return free < LittleSpace ? new Finding(name, Verdict.Note, found, "make room, or write elsewhere with --output") : new Finding(name, Verdict.Good, found);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Finding(name, Verdict.Problem, $"{folder} cannot be written to ({error.Message})", "give --output a folder that is yours", ExitCode.Output);
        }
    }
}
