namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>What a snapshot is written as.</summary>
public enum SnapshotFormat
{
    /// <summary>A TTree, with counters such as <c>nJet</c>.</summary>
    Tree,

    /// <summary>An RNTuple, with collections such as <c>Jet</c>, whose members are seen as <c>Jet_pt</c> and whose length as <c>nJet</c>.</summary>
    NTuple,
}
