namespace Ristretto.Bytes.Files.Writing;

/// <summary>The classes of histograms as ROOT 6 describes them in its files.</summary>
internal static class StreamerClasses
{
    private const string Sums2 = "fTsumwy:8 fTsumwy2:8 fTsumwxy:8";
    private const string Sums3 = Sums2 + " fTsumwz:8 fTsumwz2:8 fTsumwxz:8 fTsumwyz:8";

    private static readonly Dictionary<string, StreamerClass> s_all = new StreamerClass[]
    {
        StreamerClass.Of("TObject", 1, 0x901bc02d, "fUniqueID:13 fBits:15"),
        StreamerClass.Of("TNamed", 1, 0xdfb74a3c, "+TObject fName:65 fTitle:65"),
        StreamerClass.Of("TObjString", 1, 0x9c8e4800, "+TObject fString:65"),
        StreamerClass.Of("TString", 2, 0x00017419, ""),
        StreamerClass.Of("TCollection", 3, 0x57e3cb9c, "+TObject fName:65 fSize:3"),
        StreamerClass.Of("TSeqCollection", 0, 0xfc6c3bc6, "+TCollection"),
        StreamerClass.Of("TList", 5, 0x69c5c3bb, "+TSeqCollection"),
        StreamerClass.Of("THashList", 0, 0xcc7e49c1, "+TList"),
        StreamerClass.Of("TAttLine", 2, 0x94074549, "fLineColor:2 fLineStyle:2 fLineWidth:2"),
        StreamerClass.Of("TAttFill", 2, 0xffd92a92, "fFillColor:2 fFillStyle:2"),
        StreamerClass.Of("TAttMarker", 2, 0x291d8bec, "fMarkerColor:2 fMarkerStyle:2 fMarkerSize:5"),
        StreamerClass.Of("TAttAxis", 4, 0x5c6fff3e, "fNdivisions:3 fAxisColor:2 fLabelColor:2 fLabelFont:2 fLabelOffset:5 fLabelSize:5 "
            + "fTickLength:5 fTitleOffset:5 fTitleSize:5 fTitleColor:2 fTitleFont:2"),
        StreamerClass.Of("TAtt3D", 1, 0x0000757a, ""),
        StreamerClass.Of("TArray", 1, 0x007021b2, "fN:6"),
        StreamerClass.Of("TArrayF", 1, 0x5a0bf6f1, "+TArray fArray[fN]:45"),
        StreamerClass.Of("TArrayD", 1, 0x7139ef34, "+TArray fArray[fN]:48"),
        StreamerClass.Of("TAxis", 10, 0x5a496e70, "+TNamed +TAttAxis fNbins:3 fXmin:8 fXmax:8 fXbins:62=TArrayD fFirst:3 fLast:3 fBits2:12 "
            + "fTimeDisplay:18 fTimeFormat:65 fLabels:64=THashList* fModLabs:64=TList*"),
        StreamerClass.Of("TH1", 8, 0x1c3740c4, "+TNamed +TAttLine +TAttFill +TAttMarker fNcells:3 fXaxis:61=TAxis fYaxis:61=TAxis fZaxis:61=TAxis "
            + "fBarOffset:2 fBarWidth:2 fEntries:8 fTsumw:8 fTsumw2:8 fTsumwx:8 fTsumwx2:8 fMaximum:8 fMinimum:8 fNormFactor:8 "
            + "fContour:62=TArrayD fSumw2:62=TArrayD fOption:65 fFunctions:63=TList* fBufferSize:6 fBuffer[fBufferSize]:48 "
            + "fBinStatErrOpt:3=TH1::EBinErrorOpt fStatOverflows:3=TH1::EStatOverflows"),
        StreamerClass.Of("TH1F", 3, 0xe2939644, "+TH1 +TArrayF"),
        StreamerClass.Of("TH1D", 3, 0xf9b1569f, "+TH1 +TArrayD"),
        StreamerClass.Of("TH2", 5, 0x0182347f, "+TH1 fScalefactor:8 " + Sums2),
        StreamerClass.Of("TH2F", 4, 0x689cc295, "+TH2 +TArrayF"),
        StreamerClass.Of("TH2D", 4, 0x7fba82f0, "+TH2 +TArrayD"),
        StreamerClass.Of("TH3", 6, 0x42d2445f, "+TH1 +TAtt3D " + Sums3),
        StreamerClass.Of("TH3F", 4, 0x4d9c3f2b, "+TH3 +TArrayF"),
        StreamerClass.Of("TH3D", 4, 0x64b9ff86, "+TH3 +TArrayD"),
    }.ToDictionary(known => known.Name);

    /// <summary>The description of a class.</summary>
    public static StreamerClass Get(string name) => s_all[name];

    /// <summary>The descriptions of these classes and of all that they use, bases before what derives from them.</summary>
    public static IReadOnlyList<StreamerClass> Closure(IEnumerable<string> names)
    {
        var result = new List<StreamerClass>();
        var seen = new HashSet<string>();
        foreach (var name in names) Add(name);
        return result;

        void Add(string name)
        {
            if (!seen.Add(name)) return;
            var known = s_all[name];
            foreach (var used in known.Uses) Add(used);
            result.Add(known);
            if (name == "THashList") Add("TObjString");
        }
    }
}
