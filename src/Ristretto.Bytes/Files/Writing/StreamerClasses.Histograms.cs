namespace Ristretto.Bytes.Files.Writing;

internal static partial class StreamerClasses
{
    private const string Sums2 = "fTsumwy:8 fTsumwy2:8 fTsumwxy:8";
    private const string Sums3 = Sums2 + " fTsumwz:8 fTsumwz2:8 fTsumwxz:8 fTsumwyz:8";

    // TH1L, TH2L and TH3L have no version of their own in ROOT: 0.
    private static IEnumerable<StreamerClass> Histograms() =>
    [
        StreamerClass.Of("TAttAxis", 4, 0x5c6fff3e, "fNdivisions:3 fAxisColor:2 fLabelColor:2 fLabelFont:2 fLabelOffset:5 fLabelSize:5 "
            + "fTickLength:5 fTitleOffset:5 fTitleSize:5 fTitleColor:2 fTitleFont:2"),
        StreamerClass.Of("TAtt3D", 1, 0x0000757a, ""),
        StreamerClass.Of("TAxis", 10, 0x5a496e70, "+TNamed +TAttAxis fNbins:3 fXmin:8 fXmax:8 fXbins:62=TArrayD fFirst:3 fLast:3 fBits2:12 "
            + "fTimeDisplay:18 fTimeFormat:65 fLabels:64=THashList* fModLabs:64=TList*"),
        StreamerClass.Of("TH1", 8, 0x1c3740c4, "+TNamed +TAttLine +TAttFill +TAttMarker fNcells:3 fXaxis:61=TAxis fYaxis:61=TAxis fZaxis:61=TAxis "
            + "fBarOffset:2 fBarWidth:2 fEntries:8 fTsumw:8 fTsumw2:8 fTsumwx:8 fTsumwx2:8 fMaximum:8 fMinimum:8 fNormFactor:8 "
            + "fContour:62=TArrayD fSumw2:62=TArrayD fOption:65 fFunctions:63=TList* fBufferSize:6 fBuffer[fBufferSize]:48 "
            + "fBinStatErrOpt:3=TH1::EBinErrorOpt fStatOverflows:3=TH1::EStatOverflows"),
        StreamerClass.Of("TH1C", 3, 0x36f6e4ad, "+TH1 +TArrayC"),
        StreamerClass.Of("TH1S", 3, 0x8c4d9dcb, "+TH1 +TArrayS"),
        StreamerClass.Of("TH1I", 3, 0x627564f6, "+TH1 +TArrayI"),
        StreamerClass.Of("TH1L", 0, 0xe7618979, "+TH1 +TArrayL64"),
        StreamerClass.Of("TH1F", 3, 0xe2939644, "+TH1 +TArrayF"),
        StreamerClass.Of("TH1D", 3, 0xf9b1569f, "+TH1 +TArrayD"),
        StreamerClass.Of("TH2", 5, 0x0182347f, "+TH1 fScalefactor:8 " + Sums2),
        StreamerClass.Of("TH2C", 4, 0xbd0010fe, "+TH2 +TArrayC"),
        StreamerClass.Of("TH2S", 4, 0x1256ca1c, "+TH2 +TArrayS"),
        StreamerClass.Of("TH2I", 4, 0xe87e9147, "+TH2 +TArrayI"),
        StreamerClass.Of("TH2L", 0, 0x9db41852, "+TH2 +TArrayL64"),
        StreamerClass.Of("TH2F", 4, 0x689cc295, "+TH2 +TArrayF"),
        StreamerClass.Of("TH2D", 4, 0x7fba82f0, "+TH2 +TArrayD"),
        StreamerClass.Of("TH3", 6, 0x42d2445f, "+TH1 +TAtt3D " + Sums3),
        StreamerClass.Of("TH3C", 4, 0xa1ff8d94, "+TH3 +TArrayC"),
        StreamerClass.Of("TH3S", 4, 0xf75646b2, "+TH3 +TArrayS"),
        StreamerClass.Of("TH3I", 4, 0xcd7e0ddd, "+TH3 +TArrayI"),
        StreamerClass.Of("TH3L", 0, 0xaaaf7998, "+TH3 +TArrayL64"),
        StreamerClass.Of("TH3F", 4, 0x4d9c3f2b, "+TH3 +TArrayF"),
        StreamerClass.Of("TH3D", 4, 0x64b9ff86, "+TH3 +TArrayD"),
        StreamerClass.Of("TProfile", 7, 0x4bedee54, "+TH1D fBinEntries:62=TArrayD fErrorMode:3=EErrorType fYmin:8 fYmax:8 fTsumwy:8 fTsumwy2:8 fBinSumw2:62=TArrayD"),
        StreamerClass.Of("TProfile2D", 8, 0x36a142ac, "+TH2D fBinEntries:62=TArrayD fErrorMode:3=EErrorType fZmin:8 fZmax:8 fTsumwz:8 fTsumwz2:8 fBinSumw2:62=TArrayD"),
        StreamerClass.Of("TProfile3D", 8, 0xf60c6814, "+TH3D fBinEntries:62=TArrayD fErrorMode:3=EErrorType fTmin:8 fTmax:8 fTsumwt:8 fTsumwt2:8 fBinSumw2:62=TArrayD"),
    ];
}
