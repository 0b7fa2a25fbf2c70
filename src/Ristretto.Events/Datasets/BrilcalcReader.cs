using System.Globalization;
using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Json;

namespace Ristretto.Events.Datasets;

/// <summary>Reads the CSV that brilcalc writes per luminosity section.</summary>
/// <remarks>The columns are found by name in the comment line that begins with <c>#run</c>; the units of <c>delivered(…)</c> and
/// <c>recorded(…)</c> are <c>/fb /pb /nb /ub /mb</c>, or <c>hz/ub</c>, the mean instantaneous luminosity of a section of 23.311 s. A section written
/// <c>12:0</c> was delivered, but not recorded. Other lines that begin with <c>#</c> are comments.</remarks>
public static class BrilcalcReader
{
    /// <summary>Turns of the beam in a section, bunch places of the ring, and the rate of places in Hz.</summary>
    private const double SectionSeconds = 262144.0 * 3564 / 40079000;

    /// <summary>Reads a table from a file, plain or gzip.</summary>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file and line.</exception>
    public static LuminosityTable Read(string path) => Parse(Encoding.UTF8.GetString(InputFile.ReadAll(path)), path);

    /// <summary>Reads a table from its text.</summary>
    /// <param name="text">The CSV.</param>
    /// <param name="path">Where the text comes from, for messages.</param>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file and line.</exception>
    public static LuminosityTable Parse(string text, string path)
    {
        Columns? columns = null;
        var rows = new SortedDictionary<ulong, (double Recorded, double Delivered)>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace()) continue;
            if (line[0] == '#')
            {
                if (line.StartsWith("#run", StringComparison.Ordinal)) columns = ReadHeader(path, number, line.ToString());
                continue;
            }
            if (columns is null) throw new ConfigurationException(path, number, "a row before the header line that begins with #run:fill");
            var (key, recorded, delivered) = ReadRow(path, number, line.ToString(), columns);
            if (!rows.TryAdd(key, (recorded, delivered)) && rows[key] != (recorded, delivered))
                throw new ConfigurationException(path, number, $"run {key >> 32}, section {(uint)key} is given a second time with another luminosity");
        }
        if (columns is null) throw new ConfigurationException(path, null, "has no header line that begins with #run:fill; a table of brilcalc --byls is expected");
        return new([.. rows.Keys], [.. rows.Values.Select(row => row.Recorded)], [.. rows.Values.Select(row => row.Delivered)]);
    }

    private static Columns ReadHeader(string path, int line, string text)
    {
        var names = text[1..].Split(',');
        var (section, delivered, recorded) = (Array.FindIndex(names, name => name.Trim() == "ls"), Find("delivered"), Find("recorded"));
        if (section < 0) throw new ConfigurationException(path, line, "the header has no column \"ls\"; a table of brilcalc --byls is expected");
        return new(section, delivered, recorded, Factor(names[delivered]), Factor(names[recorded]));

        int Find(string name)
        {
            var at = Array.FindIndex(names, candidate => candidate.Trim().StartsWith(name + "(", StringComparison.Ordinal));
            return at >= 0 ? at : throw new ConfigurationException(path, line, $"the header has no column \"{name}(unit)\"");
        }

        double Factor(string column)
        {
            var unit = column.Trim()[(column.Trim().IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')');
            return unit switch
            {
                "/fb" => 1e3,
                "/pb" => 1,
                "/nb" => 1e-3,
                "/ub" => 1e-6,
                "/mb" => 1e-9,
                "hz/ub" => 1e-6 * SectionSeconds,
                _ => throw new ConfigurationException(path, line, $"unknown unit \"{unit}\" of the column \"{column.Trim()}\"; known: /fb, /pb, /nb, /ub, /mb, hz/ub"),
            };
        }
    }

    private static (ulong Key, double Recorded, double Delivered) ReadRow(string path, int line, string text, Columns columns)
    {
        var fields = text.Split(',');
        var needed = Math.Max(columns.Section, Math.Max(columns.Delivered, columns.Recorded)) + 1;
        if (fields.Length < needed) throw new ConfigurationException(path, line, $"the row has {fields.Length} columns, the header needs {needed}");
        var run = Part(fields[0], 0);
        var (section, recordedSection) = (Part(fields[columns.Section], 0), Part(fields[columns.Section], 1));
        var recorded = recordedSection == 0 ? 0 : Luminosity(fields[columns.Recorded]) * columns.RecordedFactor;
        return (((ulong)run << 32) | section, recorded, Luminosity(fields[columns.Delivered]) * columns.DeliveredFactor);

        uint Part(string field, int index)
        {
            var parts = field.Split(':');
            return parts.Length == 2 && uint.TryParse(parts[index].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new ConfigurationException(path, line, $"expected two numbers with a colon between them, found \"{field}\"");
        }

        double Luminosity(string field) =>
            double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
                ? value
                : throw new ConfigurationException(path, line, $"expected a luminosity, found \"{field}\"");
    }

    private sealed record Columns(int Section, int Delivered, int Recorded, double DeliveredFactor, double RecordedFactor);
}
