namespace Ristretto.Fuzz.Mutations;

/// <summary>Damage that knows nothing of what it hits.</summary>
internal static class PlainDamage
{
    /// <summary>Flips a few bits.</summary>
    internal static void FlipBits(MutableFile file, SeededRandom random)
    {
        var near = random.Below(Math.Max(1, file.Length));
        var isLocal = random.OneIn(3);
        for (var i = random.Length(8); i > 0 && file.Length > 0; i--)
            file.Span[isLocal ? Math.Min(file.Length - 1, near + random.Below(64)) : random.Below(file.Length)] ^= (byte)(1 << random.Below(8));
    }

    /// <summary>Puts other bytes into a range.</summary>
    internal static void Scribble(MutableFile file, SeededRandom random)
    {
        if (file.Length == 0) return;
        var at = random.Below(file.Length);
        var range = file.Span.Slice(at, Math.Min(random.Length(64), file.Length - at));
        var kind = random.Below(3);
        foreach (ref var value in range) value = kind switch { 0 => 0, 1 => 0xFF, _ => (byte)random.Bits() };
    }

    /// <summary>Puts an odd number somewhere, in either order of bytes.</summary>
    internal static void Number(MutableFile file, SeededRandom random)
    {
        var width = 1 << random.Below(4);
        if (file.Length < width) return;
        var at = random.Below(file.Length - width + 1);
        file.Write(at, width, OddValues.Next(random, width, file.Read(at, width), file.Length));
        if (random.OneIn(3)) file.Span.Slice(at, width).Reverse();
    }

    /// <summary>Cuts the end off.</summary>
    internal static void Truncate(MutableFile file, SeededRandom random) => file.Truncate(random.OneIn(2) ? random.Below(file.Length + 1) : Math.Max(0, file.Length - random.Length(512)));

    /// <summary>Takes a range out, so that all behind it moves.</summary>
    internal static void Remove(MutableFile file, SeededRandom random)
    {
        if (file.Length == 0) return;
        var at = random.Below(file.Length);
        file.Remove(at, Math.Min(random.Length(4096), file.Length - at));
    }

    /// <summary>Repeats a range, there or elsewhere, between the others or over them.</summary>
    internal static void Repeat(MutableFile file, SeededRandom random)
    {
        if (file.Length == 0) return;
        var at = random.Below(file.Length);
        Place(file, random, file.Span.Slice(at, Math.Min(random.Length(4096), file.Length - at)).ToArray());
    }

    /// <summary>Exchanges two ranges of the same length.</summary>
    internal static void Swap(MutableFile file, SeededRandom random)
    {
        var length = random.Length(1024);
        if (file.Length < 2 * length) return;
        var first = random.Below(file.Length - 2 * length + 1);
        var second = random.Between(first + length, file.Length - length);
        var held = file.Span.Slice(first, length).ToArray();
        file.Span.Slice(second, length).CopyTo(file.Span[first..]);
        held.CopyTo(file.Span[second..]);
    }

    /// <summary>Takes a range of another file over.</summary>
    internal static void Splice(MutableFile file, SeededRandom random, ReadOnlySpan<byte> donor)
    {
        var at = random.Below(donor.Length);
        Place(file, random, donor.Slice(at, Math.Min(random.Length(8192), donor.Length - at)));
    }

    private static void Place(MutableFile file, SeededRandom random, ReadOnlySpan<byte> bytes)
    {
        var at = random.Below(file.Length + 1);
        if (random.OneIn(2)) file.Insert(at, bytes);
        else bytes[..Math.Min(bytes.Length, file.Length - at)].CopyTo(file.Span[at..]);
    }
}
