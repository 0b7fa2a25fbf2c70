namespace Ristretto.Tests.Shared;

/// <summary>Columns of the expected summaries that are wrong, each with what shows it.</summary>
internal static class ReferenceMistakes
{
    private static readonly HashSet<string> s_columns = new(StringComparer.Ordinal)
    {
        // Stored member by member (version word 0x400A), read by the reference object by object. The same objects, split, in ev_split/lead and hits
        // of the same file have the values that we read: equal check sums.
        "classes.root:hits0.x",
        "classes.root:hits0.y",
        "classes.root:hits0.id",
        "classes.root:ev_dot./ev_dot.lead/ev_dot.lead.hits.x",
        "classes.root:ev_dot./ev_dot.lead/ev_dot.lead.hits.y",
        "classes.root:ev_dot./ev_dot.lead/ev_dot.lead.hits.id",
        // The same: a key of 4294967295, which is an index of -1 in its neighbour.
        "PHYSLITE_example.root:METAssoc_AnalysisMETAux./METAssoc_AnalysisMETAux.jetLink.m_persKey",
        "PHYSLITE_example.root:METAssoc_AnalysisMETAux./METAssoc_AnalysisMETAux.jetLink.m_persIndex",
        // Referenced objects have two bytes more behind fBits. The reference takes them for values (1227 of 818 objects), or shows a bit that is set in memory only.
        "uproot-issue513.root:Particle/Particle.fBits",
        "uproot-issue513.root:Track/Track.fBits",
        "uproot-issue513.root:EFlowTrack/EFlowTrack.fBits",
        "uproot-issue513.root:EFlowPhoton/EFlowPhoton.fBits",
        "uproot-issue513.root:EFlowNeutralHadron/EFlowNeutralHadron.fBits",
    };

    /// <summary>Whether a column of a file is one of them.</summary>
    internal static bool Contains(string file, string column) => s_columns.Contains($"{file}:{column}");
}
