namespace Ristretto.Events.Corrections.Nodes;

/// <summary>Numbers the texts that occur as keys in a payload, so that evaluation compares numbers.</summary>
internal sealed class TextKeys
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The number of a text, given to it now if it is new.</summary>
    internal long Add(string text)
    {
        if (_numbers.TryGetValue(text, out var number)) return number;
        _texts.Add(text);
        return _numbers[text] = _texts.Count - 1;
    }

    /// <summary>The number of a text, −1 for one that no key has.</summary>
    internal long Number(string text) => _numbers.GetValueOrDefault(text, -1);

    /// <summary>The text of a number.</summary>
    internal string Text(long number) => number >= 0 ? _texts[(int)number] : "a text that is no key";
}
