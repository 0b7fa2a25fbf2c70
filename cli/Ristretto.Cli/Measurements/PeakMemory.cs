using Ristretto.Events.Engine;

namespace Ristretto.Cli.Measurements;

/// <summary>The most memory that the process holds while it does something.</summary>
internal static class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";      // Linux: writing 5 sets the mark to what is held now

    /// <summary>Begins anew, where the system can; elsewhere the mark is that of the whole process.</summary>
    internal static void Restart()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        try
        {
            if (OperatingSystem.IsLinux()) File.WriteAllText(Reset, "5");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The mark stays where it was.
        }
    }

    /// <summary>The mark, in MB.</summary>
    internal static double Megabytes => ProcessMemory.Peak / 1e6;
}
