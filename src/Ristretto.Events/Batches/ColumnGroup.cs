using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Batches;

/// <summary>Columns with one value per event that belong together, for example those of the missing transverse momentum.</summary>
public abstract class ColumnGroup
{
    private readonly EventBatch _batch;

    /// <summary>Columns of a batch.</summary>
    protected ColumnGroup(EventBatch batch) => _batch = batch;

    /// <summary>A column with one number per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected Column<T> NumberColumn<T>(int column) where T : unmanaged, INumber<T> => _batch.NumberColumn<T>(column);

    /// <summary>Other values of columns. For generated code.</summary>
    /// <param name="columns">Positions in the list of columns, and their values; null for those that stay.</param>
    /// <exception cref="ArgumentException">There are values for another number of events.</exception>
    protected ColumnShift Shift(params ReadOnlySpan<(int Column, Column<float>? Values)> columns)
    {
        List<(ColumnDefinition, ColumnBuffer<byte>)> shifted = [];
        foreach (var (column, values) in columns)
        {
            if (values is not { } given) continue;
            var definition = _batch.Definition(column);
            if (given.Length != _batch.Length) throw new ArgumentException($"{definition.Branch} is shifted with {given.Length} values, there are {_batch.Length} events");
            shifted.Add((definition, Unsafe.BitCast<ColumnBuffer<float>, ColumnBuffer<byte>>(given.Buffer)));
        }
        return new ColumnShift([.. shifted]);
    }

    /// <summary>A column with a list of numbers per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected JaggedColumn<T> ListColumn<T>(int column) where T : unmanaged, INumber<T> => _batch.ListColumn<T>(column);

    /// <summary>A column with a list of lists of numbers per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected NestedColumn<T> NestedColumn<T>(int column) where T : unmanaged, INumber<T> => _batch.NestedColumn<T>(column);

    /// <summary>A column with yes or no per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected Mask MaskColumn(int column) => _batch.MaskColumn(column);
}
