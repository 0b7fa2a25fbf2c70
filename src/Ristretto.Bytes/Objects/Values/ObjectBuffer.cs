namespace Ristretto.Bytes.Objects.Values;

/// <summary>What pointers point to: objects of any class, shared ones and nothing.</summary>
internal sealed class ObjectBuffer : ValueBuffer
{
    private readonly List<ObjectRecord?> _objects = [];

    /// <summary>The objects.</summary>
    public IReadOnlyList<ObjectRecord?> Objects => _objects;

    public override int Count => _objects.Count;

    public override string Shape => "object";

    /// <summary>Appends an object or nothing.</summary>
    public void Append(ObjectRecord? item) => _objects.Add(item);

    public override void Clear() => _objects.Clear();

    public override void AppendDefault(int count)
    {
        for (var i = 0; i < count; i++) _objects.Add(null);
    }
}
