using System.Text;

namespace Ristretto.Events.Generators.Parse;

/// <summary>The C# spelling of the names in files.</summary>
internal static class PascalCase
{
    /// <summary>Every word, as underscores, dots and the like separate them, starts with a capital letter and what separates them goes; only between digits
    /// an underscore stays. <c>pfRelIso04_all</c> becomes <c>PfRelIso04All</c>, <c>stage1_1_cat</c> becomes <c>Stage1_1Cat</c>, <c>momentum.x</c>
    /// <c>MomentumX</c>. The dimensions of an array, <c>values[10]</c>, are no part of the name.</summary>
    public static string Of(string name)
    {
        if (name.IndexOf('[') is > 0 and var bracket) name = name.Substring(0, bracket);
        var result = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }
            if (startsWord && char.IsDigit(c) && (result.Length == 0 || char.IsDigit(result[result.Length - 1]))) result.Append('_');
            result.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }
        return result.ToString();
    }
}
