using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>Where lists end, counted without a beginning: the waiting ones, and the end before them.</summary>
internal sealed class ListEnds
{
    private readonly HandoverBuffer _ends = new();
    private long _end;

    /// <summary>The end of the list before the first waiting one.</summary>
    public long Before { get; private set; }

    /// <summary>The waiting ends.</summary>
    public HandoverBuffer Waiting => _ends;

    /// <summary>Lists that wait.</summary>
    public long Count => _ends.Length / 8;

    /// <summary>Appends a list of so many elements.</summary>
    public void Append(int length)
    {
        _end += length;
        _ends.Extend<long>(1)[0] = _end;
    }

    /// <summary>Appends lists by their lengths.</summary>
    /// <exception cref="ArgumentException">A length is negative.</exception>
    public void Append(ReadOnlySpan<int> lengths, string field)
    {
        foreach (var length in lengths)
            if (length < 0) throw new ArgumentException($"field \"{field}\": a list of {length} elements");
        var ends = _ends.Extend<long>(lengths.Length);
        var end = _end;
        for (var i = 0; i < lengths.Length; i++) ends[i] = end = unchecked(end + lengths[i]);
        _end = end;
    }

    /// <summary>Elements in the first so many waiting lists.</summary>
    public long ElementsOf(long lists) => lists == 0 ? 0 : _ends.As<long>()[(int)lists - 1] - Before;

    /// <summary>Remembers the end of the first so many lists, which are handed over next.</summary>
    public long Leave(long lists)
    {
        var start = Before;
        if (lists > 0) Before = _ends.As<long>()[(int)lists - 1];
        return start;
    }

    /// <summary>Gives the memory back.</summary>
    public void Release() => _ends.Release();
}
