using Ristretto.Bytes.Errors;
using Ristretto.Events.Corrections.Reading;
using Ristretto.Events.Json;

namespace Ristretto.Events.Corrections;

/// <summary>The corrections of one payload: a JSON file of correctionlib, schema version 2. Does not change; safe for all threads.</summary>
public sealed class CorrectionSet
{
    private readonly Dictionary<string, Correction> _corrections;
    private readonly Dictionary<string, Correction> _compounds;
    private readonly Dictionary<string, Refusal> _refused;

    internal CorrectionSet(string path, string description, Dictionary<string, Correction> corrections, Dictionary<string, Correction> compounds, Dictionary<string, Refusal> refused) =>
        (Path, Description, _corrections, _compounds, _refused) = (path, description, corrections, compounds, refused);

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>What the payload says about itself; empty when nothing.</summary>
    public string Description { get; }

    /// <summary>The names of the corrections, then of the compound corrections, each in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _corrections.Keys.Order(StringComparer.Ordinal), .. _compounds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The correction of that name, or the compound correction when no plain one has it.</summary>
    /// <exception cref="ConfigurationException">There is none (names the nearest), or it holds a node that cannot be evaluated.</exception>
    public Correction this[string name] => _corrections.TryGetValue(name, out var correction) ? correction : Compound(name);

    /// <summary>The compound correction of that name; it may share its name with a plain one.</summary>
    /// <exception cref="ConfigurationException">There is none (names the nearest), or it holds a node that cannot be evaluated.</exception>
    public Correction Compound(string name)
    {
        if (_compounds.TryGetValue(name, out var compound)) return compound;
        if (_refused.TryGetValue(name, out var refusal)) throw new ConfigurationException(Path, refusal.Line, refusal.Reason);
        throw new ConfigurationException(Path, null, $"there is no correction \"{name}\"{NearestNames.Hint(name, Names)}");
    }

    /// <summary>Reads a payload, plain or gzip.</summary>
    /// <param name="path">The file, <c>puWeights.json.gz</c>.</param>
    /// <param name="strictness">Whether unknown keys are errors.</param>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The content does not follow the schema; the message names file, line and JSON pointer.</exception>
    public static CorrectionSet Open(string path, CorrectionStrictness strictness = CorrectionStrictness.Lenient) =>
        new SetReader(path, strictness).Read(JsonText.Open(path));

    /// <summary>Reads a payload from the bytes of its text.</summary>
    /// <param name="text">UTF-8 JSON.</param>
    /// <param name="path">Where the text comes from, for messages.</param>
    /// <param name="strictness">Whether unknown keys are errors.</param>
    /// <exception cref="ConfigurationException">The content does not follow the schema; the message names file, line and JSON pointer.</exception>
    public static CorrectionSet Parse(ReadOnlySpan<byte> text, string path, CorrectionStrictness strictness = CorrectionStrictness.Lenient) =>
        new SetReader(path, strictness).Read(JsonText.Parse(text, path));
}
