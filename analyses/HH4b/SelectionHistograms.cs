using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
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

    /// <summary>Empty histograms.</summary>
    public SelectionHistograms(Sample sample)
    {
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

    /// <summary>What was filled under variations too, the mass of the four jets: as it is and under each; nothing where there are none.</summary>
    public IEnumerable<Histogram> WithVariations => _m4j.Variations.Count == 0 ? [] : [_m4j, .. _m4j.Variations.Select(entry => entry.Histogram)];

    /// <summary>Fills the mass of the four jets, under each variation of the weights too.</summary>
    /// <param name="m4j">Mass in GeV, shape <c>[events]</c>.</param>
    /// <param name="weights">Weight of each event.</param>
    /// <param name="categories">Tag and region of each event.</param>
    public void FillM4j(Column<double> m4j, Weights weights, Categories categories) => _m4j.Fill(m4j, weights, categories);

    /// <summary>Fills everything else.</summary>
    /// <param name="events">The events.</param>
    /// <param name="weights">Weight of each event, shape <c>[events]</c>.</param>
    /// <param name="categories">Tag and region of each event.</param>
    public void Fill(PlottedEvents events, Column<double> weights, Categories categories)
    {
        _events!.Fill(events, weights, categories);
        _selected!.Fill(events.SelectedJets, weights, categories);
        _candidates!.Fill(events.Candidates.Jets, weights, categories);
        _others!.Fill(events.OtherJets, weights, categories);
        _tagged!.Fill(events.TaggedJets, weights, categories);
        _muons!.Fill(events.Muons, weights, categories);
        _electrons!.Fill(events.Electrons, weights, categories);
    }
}
