namespace Ristretto.Bytes.Sources.Listings;

/// <summary>A pattern for one name: <c>*</c> any characters, <c>?</c> one, <c>[a-c]</c> one of these, <c>[!a-c]</c> one that is none of these.</summary>
internal static class NameGlob
{
    /// <summary>Whether the text has a character that makes it a pattern.</summary>
    internal static bool IsPattern(ReadOnlySpan<char> text, bool withQuestionMark) => text.ContainsAny('*', '[', '{') || (withQuestionMark && text.Contains('?'));

    internal static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n, star, starAt) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starAt) = (p++, n);
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++starAt);
            }
            else
            {
                return false;
            }
        }
        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>The texts that <c>{a,b}</c> stands for; braces may be nested. A brace that is not closed stands for itself.</summary>
    internal static IEnumerable<string> ExpandBraces(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0 || !TrySplit(pattern, open, out var choices, out var close)) return [pattern];
        return choices.SelectMany(choice => ExpandBraces(pattern[..open] + choice + pattern[(close + 1)..]));
    }

    private static bool TrySplit(string pattern, int open, out List<string> choices, out int close)
    {
        choices = [];
        var (depth, start) = (0, open + 1);
        for (close = open; close < pattern.Length; close++)
        {
            if (pattern[close] == '{') depth++;
            else if (pattern[close] == '}') depth--;
            if ((pattern[close] == ',' && depth == 1) || depth == 0)
            {
                choices.Add(pattern[start..close]);
                start = close + 1;
            }
            if (depth == 0) return true;
        }
        return false;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        if (pattern[0] == '?') return true;
        if (pattern[0] != '[') return pattern[0] == c;
        var negated = pattern.Length > 1 && pattern[1] is ('!' or '^');
        var first = negated ? 2 : 1;
        var end = first < pattern.Length ? pattern[(first + 1)..].IndexOf(']') : -1;
        if (end < 0) return c == '[';
        var set = pattern.Slice(first, end + 1);
        length = first + set.Length + 1;
        var found = false;
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                found |= c >= set[i] && c <= set[i + 2];
                i += 2;
            }
            else
            {
                found |= c == set[i];
            }
        }
        return found != negated;
    }
}
