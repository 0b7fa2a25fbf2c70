using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>Everything that is plotted of some events, in columns of shape <c>[events]</c> or <c>[events][objects]</c>.</summary>
public sealed class PlottedEvents
{
    /// <summary>What is plotted of some of the reconstructed events.</summary>
    /// <param name="ev">The batch.</param>
    /// <param name="muons">Selected muons of the batch.</param>
    /// <param name="electrons">Selected electrons of the batch.</param>
    /// <param name="jets">Loosely selected jets of the reconstructed events.</param>
    /// <param name="all">The reconstructed events.</param>
    /// <param name="events">Positions of the reconstructed events in the batch.</param>
    /// <param name="which">Positions of the plotted events among the reconstructed ones.</param>
    /// <param name="year">The year.</param>
    public PlottedEvents(NanoBatch ev, Muons muons, Electrons electrons, SelectedJets jets, Reconstruction all, EventIndex events, EventIndex which, Year year)
    {
        var stored = jets[which];
        Events = events[which];
        (Muons, Electrons) = (muons[Events], electrons[Events]);
        (Vertices, GoodVertices) = (ev.PV.Npvs[Events], ev.PV.NpvsGood[Events]);

        Jets = new JetLists(stored.Jets, year);
        var regression = stored.Jets.Regression(year) is { } factor ? Where(stored.IsTagged, factor, 1.0) : (JaggedColumn<double>?)null;
        SelectedJets = new JetLists(stored.Jets, year, regression)[stored.IsSelected];
        _ = SelectedJets.P4;                              // computed once for all that is selected from them
        TaggedJets = SelectedJets[stored.IsTagged[stored.IsSelected]];
        TaggedLoose = stored.IsTaggedLoose.CountTrue();
        (Ht, HtSelected) = (Jets.Pt.Sum(), Jets.Pt[stored.IsSelected].Sum());
        OtherJets = Jets[!all.IsCandidate[which]];
        (Candidates, VbfJets) = (all.Jets[which], all.VbfJets[which]);
        _ = Candidates.Jets.P4;

        (FourJets, M4j, Pairing) = (all.FourJets[which], all.M4j[which], all.Selected[which]);
        Selected = new PlottedPairing(Candidates, Pairing, all.SelectedByDeltaR[which]);
        Closest = new PlottedPairing(Candidates, all.Closest[which], all.ClosestByDeltaR[which]);
        Top = TopCandidates.Find(SelectedJets, ev);
    }

    /// <summary>Positions of the events in the batch.</summary>
    public EventIndex Events { get; }

    /// <summary>The selected muons.</summary>
    public Muons Muons { get; }

    /// <summary>The selected electrons.</summary>
    public Electrons Electrons { get; }

    /// <summary>Number of selected jets that pass the loose b-tagging working point.</summary>
    public Column<int> TaggedLoose { get; }

    /// <summary>Numbers of vertices, all and good.</summary>
    public Column<int> Vertices { get; }

    /// <inheritdoc cref="Vertices"/>
    public Column<int> GoodVertices { get; }

    /// <summary>The loosely selected jets.</summary>
    public JetLists Jets { get; }

    /// <summary>The selected jets, tagged ones with b-jet regression.</summary>
    public JetLists SelectedJets { get; }

    /// <summary>The tagged jets, with b-jet regression.</summary>
    public JetLists TaggedJets { get; }

    /// <summary>The loosely selected jets that are no candidates.</summary>
    public JetLists OtherJets { get; }

    /// <summary>The two hardest of those.</summary>
    public VbfJets VbfJets { get; }

    /// <summary>The four candidate jets.</summary>
    public Candidates Candidates { get; }

    /// <summary>Sum of the four candidates.</summary>
    public LorentzVectorColumn FourJets { get; }

    /// <summary>Its mass in GeV.</summary>
    public Column<double> M4j { get; }

    /// <summary>The number of the selected pairing, see <see cref="Arrangement"/>.</summary>
    public Column<int> Pairing { get; }

    /// <summary>The selected pairing.</summary>
    public PlottedPairing Selected { get; }

    /// <summary>The pairing with the closest dijet.</summary>
    public PlottedPairing Closest { get; }

    /// <summary>The top-quark candidate.</summary>
    public TopCandidates Top { get; }

    /// <summary>Scalar pT sum of the loosely selected jets in GeV, as stored.</summary>
    public Column<double> Ht { get; }

    /// <summary>Scalar pT sum of the selected jets in GeV, as stored.</summary>
    public Column<double> HtSelected { get; }
}
