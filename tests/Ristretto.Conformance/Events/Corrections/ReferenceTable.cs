using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ristretto.Conformance.Events.Corrections;

/// <summary>A CSV table of another program: a header, rows, fields that may be quoted.</summary>
internal sealed class ReferenceTable
{
    internal ReferenceTable(string path)
    {
        using Stream file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Header = Split(lines[0].TrimEnd('\r'));
        Rows = [.. lines.Skip(1).Select(line => Split(line.TrimEnd('\r')))];
    }

    internal string[] Header { get; }

    internal string[][] Rows { get; }

    internal static double Number(string field) => field switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" or "-nan" => double.NaN,
        _ => double.Parse(field, CultureInfo.InvariantCulture),
    };

    /// <summary>Units in the last place between two numbers; 0 for NaN and NaN.</summary>
    internal static double Ulps(double expected, double actual)
    {
        if (expected.Equals(actual) || expected == actual) return 0;
        if (!double.IsFinite(expected) || !double.IsFinite(actual)) return double.PositiveInfinity;
        return Math.Abs(expected - actual) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
    }

    private static string[] Split(string line)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(line[i]);
        }
        fields.Add(field.ToString());
        return [.. fields];
    }
}
