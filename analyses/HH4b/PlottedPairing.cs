using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>Two dijets of each event as they are plotted; shape <c>[events]</c>.</summary>
public sealed class PlottedPairing
{
    private readonly Candidates _jets;
    private readonly Column<int> _byDeltaR;
    private readonly Mask _isLeadClose;
    private (Dijets Close, Dijets Other)? _closeAndOther;

    /// <summary>Pairings of candidates.</summary>
    /// <param name="jets">The candidates, the hardest first.</param>
    /// <param name="arrangement">Leading and subleading dijet, see <see cref="Arrangement"/>.</param>
    /// <param name="byDeltaR">The same dijets, the closer first.</param>
    public PlottedPairing(Candidates jets, Column<int> arrangement, Column<int> byDeltaR)
    {
        (_jets, _byDeltaR, _isLeadClose) = (jets, byDeltaR, arrangement == byDeltaR);
        (Lead, Subl) = Arrangement.Of(jets, arrangement);
        DeltaEta = Lead.Eta - Subl.Eta;
        DeltaPhi = ColumnMath.DeltaPhi(Lead.Phi, Subl.Phi);
        DeltaR = Sqrt(DeltaEta * DeltaEta + DeltaPhi * DeltaPhi);
    }

    /// <summary>The leading dijet.</summary>
    public Dijets Lead { get; }

    /// <summary>The subleading dijet.</summary>
    public Dijets Subl { get; }

    /// <summary>The dijet with the smaller ΔR.</summary>
    public Dijets Close => CloseAndOther.Close;

    /// <summary>The dijet with the larger ΔR.</summary>
    public Dijets Other => CloseAndOther.Other;

    /// <summary>Masses of the closer and the other dijet in GeV.</summary>
    public Column<double> CloseMass => Where(_isLeadClose, Lead.Mass, Subl.Mass);

    /// <inheritdoc cref="CloseMass"/>
    public Column<double> OtherMass => Where(_isLeadClose, Subl.Mass, Lead.Mass);

    /// <summary>ΔR, Δφ and Δη of leading minus subleading dijet.</summary>
    public Column<double> DeltaR { get; }

    /// <inheritdoc cref="DeltaR"/>
    public Column<double> DeltaPhi { get; }

    /// <inheritdoc cref="DeltaR"/>
    public Column<double> DeltaEta { get; }

    private (Dijets Close, Dijets Other) CloseAndOther => _closeAndOther ??= Arrangement.Of(_jets, _byDeltaR);
}
