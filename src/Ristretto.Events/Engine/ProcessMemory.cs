using System.Diagnostics;

namespace Ristretto.Events.Engine;

/// <summary>Memory of the process as the system counts it.</summary>
public static class ProcessMemory
{
    /// <summary>The most memory that the process has held until now, in bytes; asked after the results of a run were written, that is part of it.</summary>
    public static long Peak
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }
}
