using System.Globalization;
using Ristretto.Bytes.Files;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>Layouts of ROOT's own classes, for files that do not describe them: old ones, and those of other writers.</summary>
internal static class BuiltInClasses
{
    private const string Attributes = "+TAttLine.2 +TAttFill.2 +TAttMarker.2";
    private const string Sums2 = "fTsumwy:8 fTsumwy2:8 fTsumwxy:8";
    private const string Sums3 = Sums2 + " fTsumwz:8 fTsumwz2:8 fTsumwxz:8 fTsumwyz:8";
    private const string Profile = "fBinEntries:62=TArrayD fErrorMode:3";

    /// <summary>All layouts.</summary>
    public static IReadOnlyList<StreamerInfoRecord> All { get; } =
    [
        Of("TObject", 1, 0x901bc02d, "fUniqueID:13 fBits:15"),
        Of("TNamed", 1, 0xdfb74a3c, "+TObject.1 fName:65 fTitle:65"),
        Of("TObjString", 1, 0x9c8e4800, "+TObject.1 fString:65"),
        Of("TAttLine", 1, 0, "fLineColor:2 fLineStyle:2 fLineWidth:2"),
        Of("TAttLine", 2, 0x94074549, "fLineColor:2 fLineStyle:2 fLineWidth:2"),
        Of("TAttFill", 1, 0, "fFillColor:2 fFillStyle:2"),
        Of("TAttFill", 2, 0xffd92a92, "fFillColor:2 fFillStyle:2"),
        Of("TAttMarker", 1, 0, "fMarkerColor:2 fMarkerStyle:2 fMarkerSize:5"),
        Of("TAttMarker", 2, 0x291d8bec, "fMarkerColor:2 fMarkerStyle:2 fMarkerSize:5"),
        Of("TAttAxis", 4, 0x5c6fff3e, "fNdivisions:3 fAxisColor:2 fLabelColor:2 fLabelFont:2 fLabelOffset:5 fLabelSize:5 fTickLength:5 fTitleOffset:5 fTitleSize:5 fTitleColor:2 fTitleFont:2"),
        Of("TAtt3D", 1, 0x0000757a, ""),
        Of("TAxis", 9, 0xd9b23b36, "+TNamed.1 +TAttAxis.4 fNbins:3 fXmin:8 fXmax:8 fXbins:62=TArrayD fFirst:3 fLast:3 fBits2:12 fTimeDisplay:18 fTimeFormat:65 fLabels:64=THashList*"),
        Of("TAxis", 10, 0x5a496e70, "+TNamed.1 +TAttAxis.4 fNbins:3 fXmin:8 fXmax:8 fXbins:62=TArrayD fFirst:3 fLast:3 fBits2:12 fTimeDisplay:18 fTimeFormat:65 fLabels:64=THashList* fModLabs:64=TList*"),
        Of("TH1", 8, 0x1c3740c4, "+TNamed.1 " + Attributes + " fNcells:3 fXaxis:61=TAxis fYaxis:61=TAxis fZaxis:61=TAxis fBarOffset:2 fBarWidth:2 fEntries:8 "
            + "fTsumw:8 fTsumw2:8 fTsumwx:8 fTsumwx2:8 fMaximum:8 fMinimum:8 fNormFactor:8 fContour:62=TArrayD fSumw2:62=TArrayD fOption:65 fFunctions:63=TList* "
            + "fBufferSize:6 fBuffer[fBufferSize]:48 fBinStatErrOpt:3 fStatOverflows:3"),
        Of("TH1C", 3, 0, "+TH1.8 +TArrayC"), Of("TH1S", 3, 0, "+TH1.8 +TArrayS"), Of("TH1I", 3, 0x627564f6, "+TH1.8 +TArrayI"), Of("TH1L", 0, 0, "+TH1.8 +TArrayL64"),
        Of("TH1F", 3, 0xe2939644, "+TH1.8 +TArrayF"), Of("TH1D", 3, 0xf9b1569f, "+TH1.8 +TArrayD"),
        Of("TH2", 5, 0x0182347f, "+TH1.8 fScalefactor:8 " + Sums2),
        Of("TH2C", 4, 0, "+TH2.5 +TArrayC"), Of("TH2S", 4, 0, "+TH2.5 +TArrayS"), Of("TH2I", 4, 0, "+TH2.5 +TArrayI"), Of("TH2L", 0, 0, "+TH2.5 +TArrayL64"),
        Of("TH2F", 4, 0x689cc295, "+TH2.5 +TArrayF"), Of("TH2D", 4, 0x7fba82f0, "+TH2.5 +TArrayD"),
        Of("TH3", 6, 0x42d2445f, "+TH1.8 +TAtt3D.1 " + Sums3),
        Of("TH3C", 4, 0, "+TH3.6 +TArrayC"), Of("TH3S", 4, 0, "+TH3.6 +TArrayS"), Of("TH3I", 4, 0, "+TH3.6 +TArrayI"), Of("TH3L", 0, 0, "+TH3.6 +TArrayL64"),
        Of("TH3F", 4, 0x4d9c3f2b, "+TH3.6 +TArrayF"), Of("TH3D", 4, 0x64b9ff86, "+TH3.6 +TArrayD"),
        Of("TProfile", 7, 0x4bedee54, "+TH1D.3 " + Profile + " fYmin:8 fYmax:8 fTsumwy:8 fTsumwy2:8 fBinSumw2:62=TArrayD"),
        Of("TProfile2D", 8, 0x36a142ac, "+TH2D.4 " + Profile + " fZmin:8 fZmax:8 fTsumwz:8 fTsumwz2:8 fBinSumw2:62=TArrayD"),
        Of("TProfile3D", 8, 0xf60c6814, "+TH3D.4 " + Profile + " fTmin:8 fTmax:8 fTsumwt:8 fTsumwt2:8 fBinSumw2:62=TArrayD"),
        Of("TEfficiency", 2, 0x52931aeb, "+TNamed.1 " + Attributes + " fBeta_alpha:8 fBeta_beta:8 fBeta_bin_params:500=vector<pair<double,double>> fConfLevel:8 fFunctions:63=TList* "
            + "fPassedHistogram:64=TH1* fStatisticOption:3 fTotalHistogram:64=TH1* fWeight:8"),
        Of("TGraph", 4, 0x05f7f465, "+TNamed.1 " + Attributes + " fNpoints:6 fX[fNpoints]:48 fY[fNpoints]:48 fFunctions:64=TList* fHistogram:64=TH1F* fMinimum:8 fMaximum:8"),
        Of("TGraphErrors", 3, 0x2a7ce30f, "+TGraph.4 fEX[fNpoints]:48 fEY[fNpoints]:48"),
        Of("TGraphAsymmErrors", 3, 0xcc46af3b, "+TGraph.4 fEXlow[fNpoints]:48 fEXhigh[fNpoints]:48 fEYlow[fNpoints]:48 fEYhigh[fNpoints]:48"),
        Of("TFriendElement", 2, 0x2771167d, "+TNamed.1 fTreeName:65 fOwnFile:18"),
        Of("TParameter<double>", 2, 0x755b05d8, "+TObject.1 fName:65 fVal:8"), Of("TParameter<float>", 2, 0, "+TObject.1 fName:65 fVal:5"),
        Of("TParameter<int>", 2, 0xfe8557f8, "+TObject.1 fName:65 fVal:3"), Of("TParameter<Long64_t>", 2, 0, "+TObject.1 fName:65 fVal:16"),
        Of("TParameter<bool>", 2, 0, "+TObject.1 fName:65 fVal:18"),
        Of("TVector2", 3, 0, "+TObject.1 fX:8 fY:8"), Of("TVector3", 3, 0xabb6be1e, "+TObject.1 fX:8 fY:8 fZ:8"), Of("TLorentzVector", 4, 0xe3dec1a1, "+TObject.1 fP:61=TVector3 fE:8"),
        Of("TEventList", 4, 0, "+TNamed.1 fN:6 fSize:3 fDelta:3 fReapply:18 fList[fN]:56"),
        Of("TProcessID", 1, 0, "+TNamed.1"),
    ];

    // Members separated by blanks: +Base.version, name:code, name:code=Type, name[counter]:code.
    private static StreamerInfoRecord Of(string name, int version, uint checksum, string members) =>
        new(name, version, checksum, [.. members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element)]);

    private static StreamerElementRecord Element(string text)
    {
        if (text[0] == '+')
        {
            var parts = text[1..].Split('.');
            return new StreamerElementRecord(parts[0], "", 0, "BASE") { ElementClass = "TStreamerBase", BaseVersion = parts.Length > 1 ? Number(parts[1]) : 1 };
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, type) = (text[..colon], text[(colon + 1)..]);
        var equals = type.IndexOf('=', StringComparison.Ordinal);
        var (code, typeName) = equals < 0 ? (Number(type), "") : (Number(type[..equals]), type[(equals + 1)..]);
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0
            ? new StreamerElementRecord(name, "", code, typeName) { ElementClass = code == 500 ? "TStreamerSTL" : "TStreamerBasicType" }
            : new StreamerElementRecord(name[..bracket], "", code, typeName) { ElementClass = "TStreamerBasicPointer", CounterName = name[(bracket + 1)..^1] };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
