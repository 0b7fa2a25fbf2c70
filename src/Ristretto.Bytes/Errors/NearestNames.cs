namespace Ristretto.Bytes.Errors;

/// <summary>Finds the names that a typo may have meant.</summary>
public static class NearestNames
{
    /// <summary>Up to <paramref name="most"/> of the known names, nearest first: by edit distance without regard to case, names with the
    /// same prefix up to an underscore preferred, then in ordinal order. Names that are nothing like the wanted one are left out.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> known, int most = 3)
    {
        var group = Group(wanted);
        return [.. known.Distinct(StringComparer.Ordinal)
            .Select(name => (name, distance: Distance(wanted, name) - (group.Length > 0 && Group(name) == group ? 2 : 0)))
            .Where(pair => pair.distance <= Math.Max(2, wanted.Length / 2))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.name)];
    }

    /// <summary><c>; nearest: a, b, c</c>, or nothing when no known name is near.</summary>
    public static string Hint(string wanted, IEnumerable<string> known)
    {
        var names = Of(wanted, known);
        return names.Count == 0 ? "" : $"; nearest: {string.Join(", ", names)}";
    }

    private static string Group(string name) => name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? name[..at] : "";

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
