namespace Ristretto.Columns.Kernels;

/// <summary>Elements ordered by their place in the list first and by the list second.</summary>
internal static class Transposition
{
    /// <summary>Where the first, second, … elements of all lists are.</summary>
    /// <param name="offsets">The lists.</param>
    /// <param name="ends">Receives where the elements of each place end; one longer than the longest list.</param>
    /// <param name="next">Scratch; as long as the longest list.</param>
    /// <param name="positions">Receives the flat positions of all elements.</param>
    internal static void Apply(ReadOnlySpan<int> offsets, Span<int> ends, Span<int> next, Span<int> positions)
    {
        ends.Clear();
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var count = offsets[list + 1] - offsets[list];
            if (count > 0) ends[count]++;
        }
        for (var place = ends.Length - 2; place > 0; place--) ends[place] += ends[place + 1];       // lists that have an element at this place
        for (var place = 0; place < next.Length; place++)
        {
            next[place] = ends[place];
            ends[place + 1] += ends[place];
        }
        for (var list = 0; list < offsets.Length - 1; list++)
            for (var i = offsets[list]; i < offsets[list + 1]; i++) positions[next[i - offsets[list]]++] = i;
    }
}
