namespace Ristretto.Tests.Shared;

/// <summary>Columns of the expected summaries that are wrong, each with what shows it. All of them were decoded a second time from the bytes of the files, by
/// a program of its own that follows the format's text: it gives our check sums for what the bytes say, and those of the reference for the mistake.</summary>
internal static class ReferenceMistakes
{
    private static readonly HashSet<string> s_columns = new(StringComparer.Ordinal)
    {
        // Stored member by member: 4 bytes of count, version word 400A, 2 bytes of class version 0, checksum 9bbb337a, number n, n x, n y, n id. The reference
        // takes 10 bytes for the header and the rest for objects x y id. Entry 0 of hits0 (basket at byte 36650) is 40000048 400a 0000 9bbb337a 00000005
        // 3f805ce6 ...: its x[0] is 1.00283504; the reference starts with 337a0000. Shifted by those 6 bytes an entry, all baskets give its check sums
        // (a8445a75, f11dc529, 951a33a9); by the rule they give c10dc316, 308d87b6, 19d09ada, which are those of the reference itself for the same
        // objects in the split branches ev_split/lead and hits.
        "classes.root:hits0.x",
        "classes.root:hits0.y",
        "classes.root:hits0.id",
        "classes.root:ev_dot./ev_dot.lead/ev_dot.lead.hits.x",
        "classes.root:ev_dot./ev_dot.lead/ev_dot.lead.hits.y",
        "classes.root:ev_dot./ev_dot.lead/ev_dot.lead.hits.id",
        // The same. Entry 0 (basket at byte 88397) is 40000054 4009 0000 a706700b 00000009, nine times 1afd1919, then 0 to 7 and ffffffff: the keys and
        // then the indices. With 10 bytes of header and pairs the 981 links give the reference's 45bb7831 and 90971aa5, by the rule 4d574b79 and da4c9643.
        "PHYSLITE_example.root:METAssoc_AnalysisMETAux./METAssoc_AnalysisMETAux.jetLink.m_persKey",
        "PHYSLITE_example.root:METAssoc_AnalysisMETAux./METAssoc_AnalysisMETAux.jetLink.m_persIndex",
        // Referenced objects (bit 4 of fBits) have two bytes more behind it: 03000010 0000 03000010 0000 .... The reference takes all bytes for fBits, so that
        // the 4908 bytes of Track (basket at byte 948147) are 1227 values instead of 818, with its check sum 7fd35620; likewise EFlowTrack, EFlowPhoton
        // (3120: 780 for 520), EFlowNeutralHadron (4560: 1140 for 760). Of Particle it shows 03000018 for each of 22736 objects, check sum 8e7b7807, where
        // 03000010 is stored: bit 3 (kMustCleanup) was set when the objects stood in its memory.
        "uproot-issue513.root:Particle/Particle.fBits",
        "uproot-issue513.root:Track/Track.fBits",
        "uproot-issue513.root:EFlowTrack/EFlowTrack.fBits",
        "uproot-issue513.root:EFlowPhoton/EFlowPhoton.fBits",
        "uproot-issue513.root:EFlowNeutralHadron/EFlowNeutralHadron.fBits",
    };

    /// <summary>Whether a column of a file is one of them.</summary>
    internal static bool Contains(string file, string column) => s_columns.Contains($"{file}:{column}");
}
