using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

/// <summary>Events without a schema, whose columns are asked for by name and type: friends of few columns, for example.</summary>
/// <remarks>A column is read each time it is asked for; define what is used twice. That a name or type is wrong shows before the first event.</remarks>
public sealed class NamedColumns() : EventBatch([])
{
    /// <summary>A column with one number per event, shape <c>[events]</c>.</summary>
    /// <param name="branch">Name of the branch.</param>
    /// <exception cref="ArgumentException">There are no columns of such numbers: 8-bit unsigned, 32 and 64-bit integers, float, double.</exception>
    public Column<T> Numbers<T>(string branch) where T : unmanaged, INumber<T> => new(Read<T>(branch, null, default));

    /// <summary>A column with a list of numbers per event, shape <c>[events][values]</c>.</summary>
    /// <param name="branch">Name of the branch.</param>
    /// <param name="counter">The branch with the lengths of the lists; null when the branch has them itself.</param>
    /// <exception cref="ArgumentException">There are no columns of such numbers.</exception>
    public JaggedColumn<T> Lists<T>(string branch, string? counter = null) where T : unmanaged, INumber<T>
    {
        var lists = Source.ReadLists(counter ?? branch);
        return new JaggedColumn<T>(lists, Read<T>(branch, counter ?? branch, lists));
    }

    private ColumnBuffer<T> Read<T>(string branch, string? counter, in Lists lists) where T : unmanaged =>
        System.Runtime.CompilerServices.Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(Source.Read(new ColumnDefinition(branch, TypeOf<T>(), counter, ""), lists));

    private static ElementType TypeOf<T>() => default(T) switch
    {
        byte => ElementType.UInt8,
        int => ElementType.Int32,
        uint => ElementType.UInt32,
        long => ElementType.Int64,
        ulong => ElementType.UInt64,
        float => ElementType.Single,
        double => ElementType.Double,
        _ => throw new ArgumentException($"there are no columns of {typeof(T).Name}; there are byte, int, uint, long, ulong, float, double"),
    };
}
