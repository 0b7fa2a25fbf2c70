using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>One jet of each event; shape <c>[events]</c>. Columns are computed when they are asked for.</summary>
/// <param name="jets">The lists that the jets are taken from.</param>
/// <param name="positions">Where each stands, counted through all lists.</param>
public sealed class JetColumns(JetLists jets, EventIndex positions)
{
    private Column<double>? _pt, _mass, _eta, _phi;
    private LorentzVectorColumn? _p4;

    /// <summary>Transverse momentum in GeV.</summary>
    public Column<double> Pt => _pt ??= jets.Pt.Flat[positions];

    /// <summary>Mass in GeV.</summary>
    public Column<double> Mass => _mass ??= jets.Mass.Flat[positions];

    /// <summary>Pseudorapidity.</summary>
    public Column<double> Eta => _eta ??= jets.Eta.Flat[positions];

    /// <summary>Azimuth in radians.</summary>
    public Column<double> Phi => _phi ??= jets.Phi.Flat[positions];

    /// <summary>Four-vector.</summary>
    public LorentzVectorColumn P4 => _p4 ??= jets.HasP4 ? jets.P4.Flat[positions] : LorentzVectorColumn.FromPtEtaPhiM(Pt, Eta, Phi, Mass);

    /// <summary>b-tagging score.</summary>
    public Column<float> Score => jets.Score.Flat[positions];

    /// <summary>Pile-up identification, 0 to 7; 10 in Run 3, which has none.</summary>
    public Column<int> PuId => jets.PuId.Flat[positions];

    /// <summary>Jet identification bits.</summary>
    public Column<int> JetId => jets.JetId.Flat[positions];
}
