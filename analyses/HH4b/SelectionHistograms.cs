using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Booking;

namespace Ristretto.Analyses.HH4b;

/// <summary>The histograms of one data set, by tag and region.</summary>
public sealed class SelectionHistograms
{
    private static readonly StringCategoryAxis[] s_categories = [Axis.Category("tag", "threeTag", "fourTag"), Axis.Category("region", "SR", "SB")];

    private readonly Histogram _m4j = Histogram.Of("m4j", [.. s_categories, Axis.Regular("m4j", 120, 0, 1200).WithLabel("m_{4j} [GeV]")]);
    private readonly BookedHistograms<PlottedEvents>? _events;
    private readonly BookedHistograms<JetLists>? _selected, _candidates, _others, _tagged;
    private readonly BookedHistograms<Muons>? _muons;
    private readonly BookedHistograms<Electrons>? _electrons;
    private readonly int[] _rows;

    /// <summary>Empty histograms.</summary>
    public SelectionHistograms(Sample sample)
    {
        _rows = [_m4j.RowOf("threeTag", "SB"), _m4j.RowOf("threeTag", "SR"), _m4j.RowOf("fourTag", "SB"), _m4j.RowOf("fourTag", "SR")];
        if (!sample.WithHistograms) return;
        HasMuonIsolation = sample.HasMuonIsolation;
        _events = Templates.Event.Book("", s_categories);
        _selected = Templates.Jets.Book("selJets", s_categories);
        _candidates = Templates.Jets.Book("canJets", s_categories);
        _others = Templates.Jets.Book("othJets", s_categories);
        _tagged = Templates.Jets.Book("tagJets", s_categories);
        _muons = (HasMuonIsolation ? Templates.IsolatedMuons : Templates.Muons).Book("selMuons", s_categories);
        _electrons = Templates.Electrons.Book("selElecs", s_categories);
    }

    /// <summary>Whether the isolation of muons in a cone of 0.3 is plotted.</summary>
    public bool HasMuonIsolation { get; }

    /// <summary>All histograms.</summary>
    public IEnumerable<Histogram> All => _events is null ? [_m4j] :
    [
        .. _selected!.Histograms, .. _candidates!.Histograms, .. _others!.Histograms, .. _tagged!.Histograms,
        .. _events.Histograms, _m4j, .. _muons!.Histograms, .. _electrons!.Histograms,
    ];

    /// <summary>The histogram of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Histogram this[string name] => All.FirstOrDefault(histogram => histogram.Name == name) ?? throw new ArgumentException($"there is no histogram \"{name}\"");

    /// <summary>Whether more than the mass of the four jets is plotted.</summary>
    public bool AreAll => _events is not null;

    /// <summary>Fills the mass of the four jets.</summary>
    /// <param name="m4j">Mass in GeV, shape <c>[events]</c>.</param>
    /// <param name="weights">Weight of each event.</param>
    /// <param name="isFourTag">Whether it is a four-tag event, otherwise a three-tag event.</param>
    /// <param name="inSignalRegion">Whether it lies in the signal region, otherwise in the sideband.</param>
    public void FillM4j(Column<double> m4j, Column<double> weights, Mask isFourTag, Mask inSignalRegion) => _m4j.Fill(m4j, weights, Rows(isFourTag, inSignalRegion));

    /// <summary>Fills everything else.</summary>
    /// <param name="events">The events.</param>
    /// <param name="weights">Weight of each event, shape <c>[events]</c>.</param>
    /// <param name="isFourTag">Whether it is a four-tag event, otherwise a three-tag event.</param>
    /// <param name="inSignalRegion">Whether it lies in the signal region, otherwise in the sideband.</param>
    public void Fill(PlottedEvents events, Column<double> weights, Mask isFourTag, Mask inSignalRegion)
    {
        var rows = Rows(isFourTag, inSignalRegion);
        _events!.Fill(events, weights, rows);
        _selected!.Fill(events.SelectedJets, weights, rows);
        _candidates!.Fill(events.Candidates.Jets, weights, rows);
        _others!.Fill(events.OtherJets, weights, rows);
        _tagged!.Fill(events.TaggedJets, weights, rows);
        _muons!.Fill(events.Muons, weights, rows);
        _electrons!.Fill(events.Electrons, weights, rows);
    }

    private Column<int> Rows(Mask isFourTag, Mask inSignalRegion) =>
        ColumnMath.Where(isFourTag, ColumnMath.Where(inSignalRegion, _rows[3], _rows[2]), ColumnMath.Where(inSignalRegion, _rows[1], _rows[0]));
}
