using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;

namespace Ristretto.Analyses.HH4b;

/// <summary>Jets of the analysis, a list per event, in double precision; shape <c>[events][jets]</c>. Columns are computed when they are
/// asked for; a selection takes over the four-vectors that are there already.</summary>
/// <param name="jets">The jets as stored.</param>
/// <param name="year">The year, which decides on the b-tagging score.</param>
/// <param name="regression">What transverse momentum and mass are multiplied by; nothing to leave them as stored.</param>
public sealed class JetLists(Jets jets, Year year, JaggedColumn<double>? regression = null)
{
    private JaggedColumn<double>? _pt, _mass, _eta, _phi;
    private JaggedLorentzVectors? _p4;

    /// <summary>How the jets are divided among the events.</summary>
    public Lists Lists => jets.Lists;

    /// <summary>Transverse momentum in GeV.</summary>
    public JaggedColumn<double> Pt => _pt ??= Regressed(jets.Pt);

    /// <summary>Mass in GeV.</summary>
    public JaggedColumn<double> Mass => _mass ??= Regressed(jets.Mass);

    /// <summary>Pseudorapidity.</summary>
    public JaggedColumn<double> Eta => _eta ??= jets.Eta.To<double>();

    /// <summary>Azimuth in radians.</summary>
    public JaggedColumn<double> Phi => _phi ??= jets.Phi.To<double>();

    /// <summary>Four-vector.</summary>
    public JaggedLorentzVectors P4 => _p4 ??= JaggedLorentzVectors.FromPtEtaPhiM(Pt, Eta, Phi, Mass);

    /// <summary>Whether the four-vectors have been computed already.</summary>
    public bool HasP4 => _p4 is not null;

    /// <summary>b-tagging score.</summary>
    public JaggedColumn<float> Score => jets.Score(year);

    /// <summary>Pile-up identification, 0 to 7; 10 in Run 3, which has none.</summary>
    public JaggedColumn<int> PuId => year.Run == 2 ? jets.PuId : ColumnMath.Where(jets.Pt >= 0, 10, 10);

    /// <summary>Jet identification bits.</summary>
    public JaggedColumn<int> JetId => jets.JetId;

    /// <summary>The jets at the given positions of each event's list.</summary>
    public JetLists this[LocalIndex index] => new(jets[index], year, regression?[index]) { _pt = _pt?[index], _p4 = _p4?[index] };

    /// <summary>The jets for which the mask is true.</summary>
    public JetLists this[JaggedMask mask] => new(jets[mask], year, regression?[mask]) { _p4 = _p4?[mask] };

    /// <summary>The jets of the given events.</summary>
    public JetLists this[EventIndex events] => new(jets[events], year, regression?[events]) { _p4 = _p4?[events] };

    /// <summary>The jet at one position of each event's list.</summary>
    public JetColumns At(int position) => new(this, Lists.Positions(position));

    /// <summary>The jet at another position of each event's list.</summary>
    public JetColumns At(Column<int> positions) => new(this, Lists.Positions(positions));

    private JaggedColumn<double> Regressed(JaggedColumn<float> stored) => regression is { } factor ? stored.To<double>() * factor : stored.To<double>();
}
