using System.Globalization;
using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Datasets;

/// <summary>Single events, as colleagues exchange them to compare: <c>315257:17:4711,315257:18:4800</c>, or a file with one in each line.</summary>
public sealed class EventList
{
    private const string Form = "expected run:lumi:event, such as 315257:17:4711";

    private static readonly string[] s_parts = ["the run", "the luminosity section", "the event number"];

    private readonly HashSet<EventKey> _keys;

    /// <summary>A list of these events; one that is given twice counts once.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public EventList(IEnumerable<EventKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = [.. keys];
        if (_keys.Count == 0) throw new ArgumentException("the list has no events", nameof(keys));
        Keys = [.. _keys.Order()];
    }

    /// <summary>The events by run, section, event number.</summary>
    public IReadOnlyList<EventKey> Keys { get; }

    /// <summary>Whether an event is in the list.</summary>
    public bool Contains(EventKey key) => _keys.Contains(key);

    /// <summary>The events of a text, separated by commas.</summary>
    /// <param name="text">Such as <c>315257:17:4711,315257:18:4800</c>.</param>
    /// <param name="source">Where the text comes from, for errors.</param>
    /// <exception cref="ConfigurationException">An event has another form; says which and at which character.</exception>
    public static EventList Parse(string text, string source = "--events")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Keep(Items(text, source, null, [',']), source, "names no event");
    }

    /// <summary>The events of a file: separated by commas or spaces, in as many lines as wanted; what follows a <c>#</c> is a comment.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SourceException">It cannot be read.</exception>
    /// <exception cref="ConfigurationException">An event has another form; says in which line and at which character.</exception>
    public static EventList Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, error is FileNotFoundException or DirectoryNotFoundException ? "no such list of events" + Nearest(path) : "the list of events cannot be read", isRetryable: false, error);
        }
        return Keep(lines.SelectMany((line, i) => Items(line.Split('#')[0], path, i + 1, [',', ' ', '\t'])), path, "the list has no events");
    }

    private static EventList Keep(IEnumerable<EventKey> keys, string source, string otherwise) =>
        keys.ToArray() is { Length: > 0 } some ? new EventList(some) : throw new ConfigurationException(source, null, $"{otherwise}; {Form}");

    private static IEnumerable<EventKey> Items(string text, string source, int? line, char[] separators)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOfAny(separators, start) is var found and >= 0 ? found : text.Length;
            var item = text[start..end].Trim();
            if (item.Length > 0) yield return Key(item, source, line, text.IndexOf(item, start, StringComparison.Ordinal) + 1);
            start = end + 1;
        }
    }

    private static EventKey Key(string item, string source, int? line, int column)
    {
        var parts = item.Split(':');
        if (parts.Length != s_parts.Length) throw Wrong(source, line, column, item, $"it has {parts.Length} part{(parts.Length == 1 ? "" : "s")}");
        var run = Number(0, uint.MaxValue);
        var lumi = Number(1, uint.MaxValue);
        return new((uint)run, (uint)lumi, Number(2, ulong.MaxValue));

        ulong Number(int part, ulong most) =>
            ulong.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most
                ? value
                : throw Wrong(source, line, column + parts.Take(part).Sum(before => before.Length + 1), item, $"{s_parts[part]} is \"{parts[part]}\", no number from 0 to {most}");
    }

    private static ConfigurationException Wrong(string source, int? line, int column, string item, string what) =>
        new(source, line, $"at character {column}: \"{item}\": {what}; {Form}");

    private static string Nearest(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? NearestNames.Hint(Path.GetFileName(path), [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!)]) : "";
    }
}
