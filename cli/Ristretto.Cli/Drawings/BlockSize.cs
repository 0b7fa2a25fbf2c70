using Ristretto.Bytes.Errors;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Tables;
using Ristretto.Events.Engine;

namespace Ristretto.Cli.Drawings;

/// <summary>How many entries are read at a time, so that the memory that is allowed suffices.</summary>
internal static class BlockSize
{
    private const int Most = 16384;
    private const int Temporaries = 16;          // an expression makes a column of double precision at every step
    private const long PerEntry = 128;           // counts, masks, weights
    private const long PerBin = 64;              // contents and their copies for drawing and printing
    private const double Slack = 1.1;            // what lies between objects on the heap

    /// <summary>The largest number of entries, up to the usual one, with which the histogram fits into the memory.</summary>
    /// <exception cref="ConfigurationException">Not even single entries fit; the message says how much is needed.</exception>
    internal static int For(TableResolver table, Quantities quantities, int bins, long memory)
    {
        var columns = quantities.Columns.Select(table.Footprint).ToArray();
        var perEntry = PerEntry + Temporaries * columns.Sum(column => column.Decompressed) / Math.Max(1, table.Entries);
        var fixedPart = GC.GetTotalMemory(forceFullCollection: true) + bins * PerBin + columns.Sum(column => column.Held);
        for (var entries = Most; ; entries /= 2)
        {
            var needed = MemoryPlan.OutsideTheHeap + (long)(Slack * (fixedPart + entries * perEntry));
            if (needed <= memory) return entries;
            if (entries == 1)
                throw new ConfigurationException("--memory", null, $"{Quantity.Memory(memory)} is too little: one entry at a time needs at least {Quantity.Memory(needed + (1 << 20) - 1)}");
        }
    }
}
