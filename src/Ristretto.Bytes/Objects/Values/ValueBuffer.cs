namespace Ristretto.Bytes.Objects.Values;

/// <summary>Values of one shape, flat and in order: what decoding appends to. Shape and storage at once; one owner, not thread-safe.</summary>
internal abstract class ValueBuffer
{
    /// <summary>Number of values.</summary>
    public abstract int Count { get; }

    /// <summary>Forgets all values; keeps the memory.</summary>
    public abstract void Clear();

    /// <summary>Appends zeros, empty strings and empty lists.</summary>
    public abstract void AppendDefault(int count);

    /// <summary>The shape as text, equal for buffers that can stand for each other.</summary>
    public abstract string Shape { get; }
}
