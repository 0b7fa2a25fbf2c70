using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Cli.Conversions;

namespace Ristretto.Cli.Generation;

/// <summary>A property of invented objects, as a column.</summary>
/// <param name="items">The events, or the objects of all events.</param>
/// <param name="counts">How many objects each event has; null where there is one value per event.</param>
/// <param name="value">The property.</param>
internal sealed class MadeColumn<T, TValue>(List<T> items, List<int>? counts, Func<T, TValue> value) : SourceColumn where TValue : unmanaged
{
    protected override void ReadLengths(int level, long first, int entries, Span<int> lengths) => CollectionsMarshal.AsSpan(counts).CopyTo(lengths);

    protected override int ValueBytes(long first, int entries) => items.Count * Unsafe.SizeOf<TValue>();

    protected override void ReadValues(long first, int entries, Span<byte> values)
    {
        var target = MemoryMarshal.Cast<byte, TValue>(values);
        for (var i = 0; i < target.Length; i++) target[i] = value(items[i]);
    }
}
