namespace Ristretto.Events.Generators.Parse;

/// <summary>A name in the file, and before it the one that it is given in C#, when it is: <c>Jets=AnalysisJetsAuxDyn.</c></summary>
internal static class Given
{
    /// <summary>The given name, null without one, and the name in the file.</summary>
    public static (string? Name, string Stored) Of(string word)
    {
        var at = word.IndexOf('=');
        return at > 0 && at < word.Length - 1 ? (word.Substring(0, at), word.Substring(at + 1)) : (null, word);
    }

    /// <summary>What the names of columns begin with: <c>Jet</c> stands for <c>Jet_</c>, what ends with another character than a letter or a digit for itself.</summary>
    public static string PrefixOf(string stored) => stored.Length > 0 && char.IsLetterOrDigit(stored[stored.Length - 1]) ? stored + "_" : stored;
}
