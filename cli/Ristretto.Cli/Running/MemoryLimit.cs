using System.Reflection;
using Ristretto.Bytes.Errors;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;

namespace Ristretto.Cli.Running;

/// <summary>Keeps the process within the memory that the user allows.</summary>
internal static class MemoryLimit
{
    /// <summary>Makes the garbage collector stay below the limit: it lets garbage lie as long as it believes that there is memory.</summary>
    /// <remarks>Only in the program's own process, not where it is called as a library. A limit that is exceeded already changes nothing; the plan of the run then says what is needed.</remarks>
    private static void Set(long bytes)
    {
        if (Assembly.GetEntryAssembly() != typeof(MemoryLimit).Assembly || bytes <= MemoryPlan.OutsideTheHeap) return;
        AppContext.SetData("GCHeapHardLimit", (ulong)(bytes - MemoryPlan.OutsideTheHeap));
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // The heap is larger than that.
        }
    }

    /// <summary>Does work within the limit.</summary>
    /// <exception cref="ConfigurationException">The limit was not enough.</exception>
    internal static T Within<T>(long bytes, Func<T> work)
    {
        Set(bytes);
        try
        {
            return work();
        }
        catch (OutOfMemoryException error)
        {
            throw new ConfigurationException("--memory", null, $"{Quantity.Memory(bytes)} are used up; allow more, or run over less data at a time", error);
        }
    }
}
