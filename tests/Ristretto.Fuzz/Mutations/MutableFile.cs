using System.Buffers.Binary;

namespace Ristretto.Fuzz.Mutations;

/// <summary>The bytes of a file while it is changed.</summary>
internal sealed class MutableFile
{
    private byte[] _bytes;

    /// <summary>A copy of a file.</summary>
    internal MutableFile(ReadOnlySpan<byte> original)
    {
        _bytes = new byte[original.Length + 1024];
        original.CopyTo(_bytes);
        Length = original.Length;
    }

    /// <summary>Number of bytes.</summary>
    internal int Length { get; private set; }

    /// <summary>The bytes at present.</summary>
    internal ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>The bytes at present, to be changed in place.</summary>
    internal Span<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Whether so many bytes at a position are inside.</summary>
    internal bool Has(long at, int bytes) => at >= 0 && at <= Length - bytes;

    /// <summary>Puts bytes behind the end; returns where they start.</summary>
    internal int Append(ReadOnlySpan<byte> bytes)
    {
        var at = Length;
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(at));
        Length += bytes.Length;
        return at;
    }

    /// <summary>Puts bytes between others.</summary>
    internal void Insert(int at, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        Reserve(copy.Length);
        _bytes.AsSpan(at, Length - at).CopyTo(_bytes.AsSpan(at + copy.Length));
        copy.CopyTo(_bytes.AsSpan(at));
        Length += copy.Length;
    }

    /// <summary>Takes bytes out.</summary>
    internal void Remove(int at, int bytes)
    {
        _bytes.AsSpan(at + bytes, Length - at - bytes).CopyTo(_bytes.AsSpan(at));
        Length -= bytes;
    }

    /// <summary>Cuts the end off.</summary>
    internal void Truncate(int length) => Length = length;

    /// <summary>Writes a number, most significant byte first, if it lies inside.</summary>
    internal void Write(long at, int width, ulong value)
    {
        if (!Has(at, width)) return;
        Span<byte> all = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(all, value);
        all[(8 - width)..].CopyTo(_bytes.AsSpan((int)at));
    }

    /// <summary>Reads a number, most significant byte first; 0 if it lies outside.</summary>
    internal ulong Read(long at, int width)
    {
        if (!Has(at, width)) return 0;
        var value = 0UL;
        for (var i = 0; i < width; i++) value = value << 8 | _bytes[at + i];
        return value;
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Length + more, Length + Length / 2));
    }
}
