namespace Ristretto.Bytes.Trees;

/// <summary>Finds the fixed dimensions in a leaf's title, such as 3 and 2 in <c>name[nJet][3][2]</c>.</summary>
internal static class LeafShape
{
    /// <summary>The dimensions if their product is <paramref name="length"/>, otherwise the length as the only one; none for length 1 without brackets.</summary>
    public static IReadOnlyList<int> Parse(ReadOnlySpan<char> title, int length)
    {
        List<int> dimensions = [];
        var product = 1L;
        while (title.IndexOf('[') is >= 0 and var open)
        {
            title = title[(open + 1)..];
            var close = title.IndexOf(']');
            if (close < 0) break;
            if (!int.TryParse(title[..close], out var size) || size < 1) continue;
            dimensions.Add(size);
            product *= size;
            if (product > length) break;
        }
        return product == length ? dimensions : [length];
    }
}
