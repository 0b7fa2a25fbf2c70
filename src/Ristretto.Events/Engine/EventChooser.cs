using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine;

/// <summary>Finds the events of a list among those of a file.</summary>
internal sealed class EventChooser(EventList list)
{
    // Signed: run is a signed number in some files.
    private static readonly ColumnDefinition s_run = new("run", ElementType.Int64, null, "");
    private static readonly ColumnDefinition s_lumi = new("luminosityBlock", ElementType.Int64, null, "");
    private static readonly ColumnDefinition s_event = new("event", ElementType.UInt64, null, "");

    private readonly List<(int First, EventKey Key)> _chosen = [];

    /// <summary>The branches that say which event it is.</summary>
    internal static IReadOnlyList<string> Branches { get; } = [s_run.Branch, s_lumi.Branch, s_event.Branch];

    /// <summary>The events of the list among those at which the reader is, by position; valid until the next call.</summary>
    internal IReadOnlyList<(int First, EventKey Key)> Find(FileReader reader)
    {
        _chosen.Clear();
        var runs = Values<long>(reader, s_run);
        var lumis = Values<long>(reader, s_lumi);
        var events = Values<ulong>(reader, s_event);
        for (var i = 0; i < events.Length; i++)
        {
            EventKey key = new((uint)runs[i], (uint)lumis[i], events[i]);
            if (list.Contains(key)) _chosen.Add((i, key));
        }
        return _chosen;
    }

    private static ReadOnlySpan<T> Values<T>(FileReader reader, ColumnDefinition column) where T : unmanaged =>
        Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(reader.Read(column, default)).Span;
}
