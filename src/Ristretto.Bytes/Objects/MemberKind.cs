namespace Ristretto.Bytes.Objects;

/// <summary>What a member of an <see cref="ObjectRecord"/> is.</summary>
public enum MemberKind
{
    /// <summary>A number or an answer: <see cref="ObjectRecord.Get{T}"/>.</summary>
    Number,

    /// <summary>A string: <see cref="ObjectRecord.Get{T}"/>.</summary>
    Text,

    /// <summary>An array or container of numbers or strings: <see cref="ObjectRecord.GetArray{T}"/>.</summary>
    Array,

    /// <summary>An object, or nothing: <see cref="ObjectRecord.GetObject"/>.</summary>
    Object,

    /// <summary>An array or container of objects: <see cref="ObjectRecord.GetObjects"/>.</summary>
    Objects,

    /// <summary>A value that was passed unread.</summary>
    Unread,
}
