using System.Numerics;
using Ristretto.Columns.Arrays;

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

    /// <summary>A column with yes or no per event. For generated code.</summary>
    /// <param name="column">Its position in the list of columns.</param>
    protected Mask MaskColumn(int column) => _batch.MaskColumn(column);
}
