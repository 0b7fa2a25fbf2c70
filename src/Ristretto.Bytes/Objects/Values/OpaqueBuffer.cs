namespace Ristretto.Bytes.Objects.Values;

/// <summary>Values that are passed unread.</summary>
/// <param name="typeName">Their type in C++.</param>
/// <param name="reason">Why, for people.</param>
internal sealed class OpaqueBuffer(string typeName, string reason) : ValueBuffer
{
    private int _count;

    /// <summary>Their type in C++.</summary>
    public string TypeName => typeName;

    /// <summary>Why they are passed.</summary>
    public string Reason => reason;

    public override int Count => _count;

    public override string Shape => $"opaque {typeName}";

    public override void Clear() => _count = 0;

    public override void AppendDefault(int count) => _count += count;
}
