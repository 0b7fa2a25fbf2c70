using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Jets of 30 GeV that are no leptons of 10 GeV, of which <see cref="Query7"/> takes the sum.</summary>
internal static class IsolatedJets
{
    private const double Radius = 0.4;

    /// <summary>The jets of all events.</summary>
    internal static Jets Of(AdlBatch ev)
    {
        var (muons, electrons) = (ev.Muon[ev.Muon.Pt > 10].Directions, ev.Electron[ev.Electron.Pt > 10].Directions);
        var jets = ev.Jet[ev.Jet.Pt > 30];
        return jets[!jets.Directions.AnyWithin(Radius, muons) & !jets.Directions.AnyWithin(Radius, electrons)];
    }

    /// <summary>The sum of one event and the number of jets in it.</summary>
    internal static (double Sum, int Count) Of(AdlEvent e)
    {
        var (sum, count) = (0.0, 0);
        foreach (var jet in e.Jet)
        {
            if (!(jet.Pt > 30) || IsNearLepton(e, jet.Direction)) continue;
            sum += jet.Pt;
            count++;
        }
        return (sum, count);
    }

    private static bool IsNearLepton(AdlEvent e, Direction direction)
    {
        foreach (var muon in e.Muon)
            if (muon.Pt > 10 && direction.DeltaR(muon.Direction) < Radius) return true;
        foreach (var electron in e.Electron)
            if (electron.Pt > 10 && direction.DeltaR(electron.Direction) < Radius) return true;
        return false;
    }
}
