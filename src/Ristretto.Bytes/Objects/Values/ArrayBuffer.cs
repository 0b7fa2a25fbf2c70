namespace Ristretto.Bytes.Objects.Values;

/// <summary>Arrays of one fixed length.</summary>
internal sealed class ArrayBuffer(int length, ValueBuffer items) : ValueBuffer
{
    /// <summary>Whether the file declares the dimension where its types are written.</summary>
    public bool IsDeclared { get; init; } = true;

    /// <summary>The same arrays around other items.</summary>
    public ArrayBuffer Around(ValueBuffer inner) => new(length, inner) { IsDeclared = IsDeclared };

    /// <summary>Items per array.</summary>
    public int Length => length;

    /// <summary>The items of all arrays.</summary>
    public ValueBuffer Items => items;

    public override int Count => items.Count / length;

    public override string Shape => $"{length}*{items.Shape}";

    public override void Clear() => items.Clear();

    public override void AppendDefault(int count) => items.AppendDefault(checked(count * length));
}
