namespace Ristretto.Tests.Architecture;

/// <summary>Says every violation of a rule, one a line, where xunit would shorten the list.</summary>
internal static class Tree
{
    internal static void Obeys(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} against the rule:\n  {string.Join("\n  ", all)}");
    }
}
