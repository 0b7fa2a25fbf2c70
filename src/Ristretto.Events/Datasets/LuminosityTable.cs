using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Datasets;

/// <summary>Luminosity per section, as brilcalc writes it with <c>--byls</c>. Does not change; safe for all threads.</summary>
public sealed class LuminosityTable
{
    private readonly ulong[] _keys;
    private readonly double[] _recorded;
    private readonly double[] _delivered;

    internal LuminosityTable(ulong[] keys, double[] recorded, double[] delivered) => (_keys, _recorded, _delivered) = (keys, recorded, delivered);

    /// <summary>Number of sections in the table.</summary>
    public int Count => _keys.Length;

    /// <summary>All sections in the table.</summary>
    public LumiMask Sections => new(_keys.Select(key => new LumiRange((uint)(key >> 32), (uint)key, (uint)key)));

    /// <summary>Recorded luminosity of the given sections. The sum runs in the order of run and section.</summary>
    public LuminositySum Recorded(LumiMask sections) => Sum(_recorded, sections);

    /// <summary>Delivered luminosity of the given sections. The sum runs in the order of run and section.</summary>
    public LuminositySum Delivered(LumiMask sections) => Sum(_delivered, sections);

    /// <summary>Reads a table in the CSV form of brilcalc, plain or gzip; see <see cref="BrilcalcReader"/>.</summary>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file and line.</exception>
    public static LuminosityTable Open(string path) => BrilcalcReader.Read(path);

    private LuminositySum Sum(double[] values, LumiMask sections)
    {
        var (sum, found) = (0.0, 0L);
        foreach (var range in sections.Ranges)
        {
            var run = (ulong)range.Run << 32;
            var at = Array.BinarySearch(_keys, run | range.First);
            for (at = at < 0 ? ~at : at; at < _keys.Length && _keys[at] <= (run | range.Last); at++)
            {
                sum += values[at];
                found++;
            }
        }
        return new(sum, found, sections.Count - found);
    }
}
