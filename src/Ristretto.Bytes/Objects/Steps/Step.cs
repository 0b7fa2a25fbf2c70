using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Reads values of one type as they stand in a record and appends them to a buffer: one step of a decoding program. Immutable, safe for several threads.</summary>
internal abstract class Step
{
    /// <summary>Fewest bytes that a value takes in the file; bounds how many a damaged count can ask for.</summary>
    public virtual int LeastBytes => 0;

    /// <summary>Bytes that each value takes in the file when all take the same; 0 otherwise.</summary>
    public virtual int FixedBytes => 0;

    /// <summary>Number of buffers that its values need.</summary>
    public virtual long Size => 1;

    /// <summary>A buffer for its values.</summary>
    public abstract ValueBuffer NewBuffer();

    /// <summary>Reads a number of values: those of as many objects, in a row.</summary>
    /// <param name="reader">At the first value; left behind the last.</param>
    /// <param name="scope">What the objects of the record share.</param>
    /// <param name="target">A buffer that <see cref="NewBuffer"/> made.</param>
    /// <param name="count">Number of values.</param>
    /// <exception cref="Errors.RootFormatException">The bytes do not hold such values.</exception>
    public abstract void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count);

    /// <summary>Refuses counts that the remaining bytes cannot hold.</summary>
    protected static void CheckCount(ref BigEndianReader reader, long count, int leastBytes, string what)
    {
        if (count < 0 || count > reader.Remaining / Math.Max(1, leastBytes)) reader.Fail($"{what} of {count} items does not fit into the {reader.Remaining} bytes left");
    }
}
