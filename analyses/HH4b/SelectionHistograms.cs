using Ristretto.Events.Batches;
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
    private readonly BookedHistograms<EventSummary>? _events;
    private readonly BookedHistograms<AnalysisJet>? _selected, _candidates, _others, _tagged;
    private readonly BookedHistograms<AnalysisLepton>? _muons, _electrons;
    private readonly int[,] _rows = new int[2, 2];

    /// <summary>Empty histograms.</summary>
    public SelectionHistograms(Sample sample)
    {
        for (var tag = 0; tag < 2; tag++)
            for (var region = 0; region < 2; region++)
                _rows[tag, region] = _m4j.RowOf(s_categories[0].Categories[tag], s_categories[1].Categories[region]);
        if (!sample.WithHistograms) return;
        HasMuonIsolation = sample.HasMuonIsolation;
        _events = Templates.Event.Book("", s_categories);
        _selected = Templates.Jet.Book("selJets", s_categories);
        _candidates = Templates.Jet.Book("canJets", s_categories);
        _others = Templates.Jet.Book("othJets", s_categories);
        _tagged = Templates.Jet.Book("tagJets", s_categories);
        _muons = (HasMuonIsolation ? Templates.IsolatedLepton : Templates.Lepton).Book("selMuons", s_categories);
        _electrons = Templates.IsolatedLepton.Book("selElecs", s_categories);
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

    /// <summary>Collects what is plotted of the events of a batch.</summary>
    public Collector Start(NanoBatch ev) => new(this, ev);

    /// <summary>What is plotted of the events of a batch.</summary>
    public ref struct Collector
    {
        private readonly SelectionHistograms _histograms;
        private PlotList<double> _m4j;
        private PlotList<EventSummary> _events;
        private PlotList<AnalysisJet> _selected, _candidates, _others, _tagged;
        private PlotList<AnalysisLepton> _muons, _electrons;

        internal Collector(SelectionHistograms histograms, NanoBatch ev)
        {
            _histograms = histograms;
            _m4j = new(ev);
            (_events, _muons, _electrons) = (new(ev), new(ev), new(ev));
            (_selected, _candidates, _others, _tagged) = (new(ev), new(ev), new(ev), new(ev));
        }

        /// <summary>Adds an event of the signal region or the sideband and completes its summary.</summary>
        public void Add(ref EventSummary summary, NanoEvent e, scoped ReadOnlySpan<AnalysisJet> jets, scoped MuonList muons, scoped ElectronList electrons)
        {
            var row = _histograms._rows[(int)summary.Tag, summary.InSignalRegion ? 0 : 1];
            var weight = summary.Weight;
            _m4j.Add(summary.M4j, weight, row);
            if (_histograms._events is null) return;

            Span<AnalysisJet> memory = stackalloc AnalysisJet[jets.Length];
            var selected = JetSelection.Selected(jets, memory);
            foreach (ref readonly var jet in selected)
            {
                _selected.Add(jet, weight, row);
                if (jet.IsTagged) _tagged.Add(jet, weight, row);
            }
            (summary.Vertices, summary.GoodVertices, summary.Top) = (e.PV.Npvs, e.PV.NpvsGood, TopCandidate.Best(selected));
            summary.SumPt(jets);
            foreach (ref readonly var candidate in summary.Jets) _candidates.Add(candidate, weight, row);
            _events.Add(summary, weight, row);

            var others = Others(jets, memory);
            foreach (ref readonly var jet in others) _others.Add(jet, weight, row);
            foreach (var muon in muons)
                _muons.Add(new AnalysisLepton { P4 = new(muon.P4), Charge = muon.Charge, Isolation = _histograms.HasMuonIsolation ? muon.PfRelIso03All : 0 }, weight, row);
            foreach (var electron in electrons)
                _electrons.Add(new AnalysisLepton { P4 = new(electron.P4), Charge = electron.Charge, Isolation = electron.PfRelIso03All }, weight, row);
        }

        /// <summary>Fills the histograms.</summary>
        public readonly void Fill()
        {
            _histograms._m4j.Fill(_m4j.Items, _m4j.Weights, _m4j.Rows);
            if (_histograms._events is null) return;
            _events.Fill(_histograms._events);
            _selected.Fill(_histograms._selected!);
            _candidates.Fill(_histograms._candidates!);
            _others.Fill(_histograms._others!);
            _tagged.Fill(_histograms._tagged!);
            _muons.Fill(_histograms._muons!);
            _electrons.Fill(_histograms._electrons!);
        }
    }

    /// <summary>The jets that are no candidates, with their four-vectors.</summary>
    private static Span<AnalysisJet> Others(ReadOnlySpan<AnalysisJet> jets, Span<AnalysisJet> others)
    {
        var count = 0;
        foreach (ref readonly var jet in jets)
            if (!jet.IsCandidate) others[count++] = jet;
        AnalysisJet.ComputeP4(others[..count]);
        return others[..count];
    }

    /// <summary>Items with the weight and the row of their event.</summary>
    private struct PlotList<T>(EventBatch ev) where T : unmanaged
    {
        private BatchList<T> _items = ev.List<T>();
        private BatchList<double> _weights = ev.List<double>();
        private BatchList<int> _rows = ev.List<int>();

        public readonly ReadOnlySpan<T> Items => _items.AsSpan();

        public readonly ReadOnlySpan<double> Weights => _weights.AsSpan();

        public readonly ReadOnlySpan<int> Rows => _rows.AsSpan();

        public void Add(in T item, double weight, int row)
        {
            _items.Add(item);
            _weights.Add(weight);
            _rows.Add(row);
        }

        public readonly void Fill(BookedHistograms<T> histograms) => histograms.Fill(Items, Weights, Rows);
    }
}
