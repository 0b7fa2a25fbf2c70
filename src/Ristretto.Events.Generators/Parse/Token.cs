namespace Ristretto.Events.Generators.Parse;

/// <summary>A word of a line.</summary>
/// <param name="Text">The word.</param>
/// <param name="Start">Its first character, from 0.</param>
internal readonly record struct Token(string Text, int Start);

/// <summary>A line of a schema, cut into words. A word that starts with <c>#</c> begins a comment.</summary>
internal sealed class Line
{
    private readonly string _text;
    private readonly List<Token> _words = [];

    public Line(int number, int start, string text)
    {
        (Number, Start, _text) = (number, start, text);
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length || text[at] == '#') break;
            var first = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            _words.Add(new Token(text.Substring(first, at - first), first));
        }
    }

    /// <summary>Number of the line, from 0.</summary>
    public int Number { get; }

    /// <summary>Position of the line's first character in the file.</summary>
    public int Start { get; }

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>Whether the line is indented: it then belongs to the line above that is not.</summary>
    public bool IsIndented => Count > 0 && _words[0].Start > 0;

    public Token this[int index] => _words[index];

    /// <summary>The words from <paramref name="index"/> on, as they stand there.</summary>
    public string From(int index)
    {
        if (index >= Count) return "";
        var last = _words[Count - 1];
        return _text.Substring(_words[index].Start, last.Start + last.Text.Length - _words[index].Start);
    }

    /// <summary>The whole line as one word, to point at.</summary>
    public Token Whole => new(From(0), Count == 0 ? 0 : _words[0].Start);
}
