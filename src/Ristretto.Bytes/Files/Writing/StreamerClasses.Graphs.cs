namespace Ristretto.Bytes.Files.Writing;

internal static partial class StreamerClasses
{
    private static IEnumerable<StreamerClass> Graphs() =>
    [
        StreamerClass.Of("TGraph", 4, 0x05f7f465, "+TNamed +TAttLine +TAttFill +TAttMarker fNpoints:6 fX[fNpoints]:48 fY[fNpoints]:48 "
            + "fFunctions:64=TList* fHistogram:64=TH1F* fMinimum:8 fMaximum:8"),
        StreamerClass.Of("TGraphErrors", 3, 0x2a7ce30f, "+TGraph fEX[fNpoints]:48 fEY[fNpoints]:48"),
        StreamerClass.Of("TGraphAsymmErrors", 3, 0xcc46af3b, "+TGraph fEXlow[fNpoints]:48 fEXhigh[fNpoints]:48 fEYlow[fNpoints]:48 fEYhigh[fNpoints]:48"),
    ];
}
