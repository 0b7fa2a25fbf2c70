namespace Ristretto.Bytes.Trees;

/// <summary>Something that is made for a type of elements, see <see cref="LeafTypes.Make"/>.</summary>
/// <typeparam name="TResult">What is made.</typeparam>
public interface ILeafTypeMaker<out TResult>
{
    /// <summary>Makes it.</summary>
    /// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
    TResult Make<T>() where T : unmanaged;
}
