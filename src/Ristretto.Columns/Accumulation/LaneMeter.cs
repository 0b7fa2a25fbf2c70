using System.Diagnostics;

namespace Ristretto.Columns.Accumulation;

/// <summary>Told what the code of an analysis does meanwhile: which histogram it fills, which cut it has reached. A lane has one only when somebody wants to know.</summary>
internal abstract class LaneMeter
{
    private int _filling;

    /// <summary>That of the current lane; null outside the event loop, and when nobody wants to know.</summary>
    internal static LaneMeter? Current => Lane.Current?.Meter;

    /// <summary>Begins to fill; the timestamp, or 0 inside of another filling, of which this is a part.</summary>
    internal long StartFilling() => _filling++ == 0 ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Ends what <see cref="StartFilling"/> has begun.</summary>
    internal void EndFilling(string histogram, long start)
    {
        if (--_filling == 0) Filled(histogram, start, Stopwatch.GetTimestamp());
    }

    /// <summary>A cut was applied and counted.</summary>
    internal abstract void Passed(string cut);

    /// <summary>A histogram was filled with some entries.</summary>
    protected abstract void Filled(string histogram, long start, long end);

    /// <summary>Forgets fillings that ended in an error.</summary>
    protected void Reset() => _filling = 0;
}
