using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>Two of the candidate jets of each event, taken for the decay of one boson; shape <c>[events]</c>. Columns are computed when they are asked for.</summary>
/// <param name="lead">The harder jet.</param>
/// <param name="subl">The softer jet.</param>
public sealed class Dijets(JetColumns lead, JetColumns subl)
{
    private LorentzVectorColumn? _p4;
    private Column<double>? _mass, _eta, _phi, _deltaR;

    /// <summary>The harder jet.</summary>
    public JetColumns Lead => lead;

    /// <summary>The softer jet.</summary>
    public JetColumns Subl => subl;

    /// <summary>Sum of the four-vectors.</summary>
    public LorentzVectorColumn P4 => _p4 ??= lead.P4 + subl.P4;

    /// <summary>Mass in GeV.</summary>
    public Column<double> Mass => _mass ??= LorentzVectorColumn.InvariantMass(lead.P4, subl.P4);

    /// <summary>Pseudorapidity.</summary>
    public Column<double> Eta => _eta ??= P4.Eta;

    /// <summary>Azimuth in radians.</summary>
    public Column<double> Phi => _phi ??= P4.Phi;

    /// <summary>Scalar sum of the transverse momenta in GeV.</summary>
    public Column<double> St => lead.Pt + subl.Pt;

    /// <summary>ΔR of the jets.</summary>
    public Column<double> DeltaR => _deltaR ??= ColumnMath.DeltaR(lead.Eta, lead.Phi, subl.Eta, subl.Phi);

    /// <summary>Δφ of the jets.</summary>
    public Column<double> DeltaPhi => ColumnMath.DeltaPhi(lead.Phi, subl.Phi);
}
