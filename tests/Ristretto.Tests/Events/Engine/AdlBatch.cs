using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Tests.Events.Engine;

/// <summary>A batch written by hand, with a few columns of the benchmark input.</summary>
public sealed class AdlBatch() : EventBatch(s_columns)
{
    private static readonly ColumnDefinition[] s_columns =
    [
        new("MET_pt", ElementType.Single, null, ""),
        new("Jet_pt", ElementType.Single, "nJet", ""),
        new("Jet_eta", ElementType.Single, "nJet", ""),
        new("Jet_ptt", ElementType.Single, "nJet", ""),
        new("SubJet_pt", ElementType.Single, "nSubJet", "v12"),
    ];

    internal Column<float> MetPt => NumberColumn<float>(0);

    internal AdlJets Jets => new(this);

    internal JaggedColumn<float> SubJets => ListColumn<float>(4);

    internal JaggedColumn<float> Misspelt => new AdlJets(this).Misspelt;
}

/// <summary>The jets of the benchmark input.</summary>
public sealed class AdlJets : ObjectCollection<AdlJets>
{
    internal AdlJets(AdlBatch batch) : base(batch, "nJet") { }

    private AdlJets(AdlJets parent, ObjectSelection selection) : base(parent, selection) { }

    internal JaggedColumn<float> Pt => Numbers<float>(1);

    internal JaggedColumn<float> Eta => Numbers<float>(2);

    internal JaggedColumn<float> Misspelt => Numbers<float>(3);

    protected override AdlJets Create(ObjectSelection selection) => new(this, selection);
}
