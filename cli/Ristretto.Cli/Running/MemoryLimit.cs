using System.Reflection;

namespace Ristretto.Cli.Running;

/// <summary>Keeps the process within the memory that the user allows.</summary>
internal static class MemoryLimit
{
    /// <summary>What the process takes beside the collected heap: runtime, compiled code, native codecs, stacks. By measurement 45 to 61 MiB.</summary>
    private const long OutsideTheHeap = 64L << 20;

    /// <summary>Makes the garbage collector stay below the limit: it lets garbage lie as long as it believes that there is memory.</summary>
    /// <remarks>Only in the program's own process, not where it is called as a library. A limit that is exceeded already changes nothing; the plan of the run then says what is needed.</remarks>
    internal static void Set(long bytes)
    {
        if (Assembly.GetEntryAssembly() != typeof(MemoryLimit).Assembly || bytes <= OutsideTheHeap) return;
        AppContext.SetData("GCHeapHardLimit", (ulong)(bytes - OutsideTheHeap));
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // The heap is larger than that.
        }
    }
}
