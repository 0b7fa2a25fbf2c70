namespace Ristretto.Bytes.Objects;

/// <summary>Profile records to the bytes of TProfile (class version 7), TProfile2D and TProfile3D (8).</summary>
internal static class ProfileEncoder
{
    /// <summary>Appends the object.</summary>
    /// <exception cref="ArgumentException">Lengths do not fit the axes.</exception>
    public static void Encode(ProfileRecord profile, ObjectWriter writer)
    {
        var dimensions = profile.Axes.Count;
        if (dimensions is < 1 or > 3) throw new ArgumentException($"profile \"{profile.Name}\" has {dimensions} axes; one to three can be written");
        var quantity = dimensions switch { 1 => 'y', 2 => 'z', _ => 't' };
        var histogram = new HistogramRecord
        {
            Class = $"TH{dimensions}D",
            Name = profile.Name,
            Title = profile.Title,
            Axes = profile.Axes,
            Contents = profile.SumWY,
            SumW2 = profile.SumWY2,
            Entries = profile.Entries,
            Statistics = profile.Statistics,
        };
        foreach (var cells in (double[][])[profile.SumWY2, profile.SumW, profile.SumW2])
            if (cells.Length != histogram.Cells && (cells.Length > 0 || cells == profile.SumW))
                throw new ArgumentException($"profile \"{profile.Name}\" has {histogram.Cells} cells, but sums of {cells.Length}");
        var statistics = profile.Statistics.ToDictionary();
        var start = writer.Begin(dimensions == 1 ? (short)7 : (short)8);
        HistogramEncoder.Encode(histogram, writer);
        writer.Array(profile.SumW);
        writer.Int32(profile.ErrorMode);
        writer.Double(profile.Low);
        writer.Double(profile.High);
        writer.Double(statistics.GetValueOrDefault($"fTsumw{quantity}"));
        writer.Double(statistics.GetValueOrDefault($"fTsumw{quantity}2"));
        writer.Array(profile.SumW2);
        writer.End(start);
    }
}
