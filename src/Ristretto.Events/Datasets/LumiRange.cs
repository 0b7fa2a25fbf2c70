namespace Ristretto.Events.Datasets;

/// <summary>Consecutive luminosity sections of one run, both ends included.</summary>
/// <param name="Run">The run number.</param>
/// <param name="First">The first section.</param>
/// <param name="Last">The last section, not before the first.</param>
public readonly record struct LumiRange(uint Run, uint First, uint Last)
{
    /// <summary>How many sections.</summary>
    public long Count => (long)Last - First + 1;

    /// <summary>The run and the sections, as in <c>315257: 17-310</c>.</summary>
    public override string ToString() => First == Last ? $"{Run}: {First}" : $"{Run}: {First}-{Last}";
}
