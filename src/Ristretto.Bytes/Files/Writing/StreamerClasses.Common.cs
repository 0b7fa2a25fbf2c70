namespace Ristretto.Bytes.Files.Writing;

internal static partial class StreamerClasses
{
    private static IEnumerable<StreamerClass> Common() =>
    [
        StreamerClass.Of("TObject", 1, 0x901bc02d, "fUniqueID:13 fBits:15"),
        StreamerClass.Of("TNamed", 1, 0xdfb74a3c, "+TObject fName:65 fTitle:65"),
        StreamerClass.Of("TObjString", 1, 0x9c8e4800, "+TObject fString:65"),
        StreamerClass.Of("TString", 2, 0x00017419, ""),
        StreamerClass.Of("TCollection", 3, 0x57e3cb9c, "+TObject fName:65 fSize:3"),
        StreamerClass.Of("TSeqCollection", 0, 0xfc6c3bc6, "+TCollection"),
        StreamerClass.Of("TList", 5, 0x69c5c3bb, "+TSeqCollection"),
        StreamerClass.Of("THashList", 0, 0xcc7e49c1, "+TList"),
        StreamerClass.Of("TObjArray", 3, 0xa99e6552, "+TSeqCollection fLowerBound:3 fLast:3"),
        StreamerClass.Of("TAttLine", 2, 0x94074549, "fLineColor:2 fLineStyle:2 fLineWidth:2"),
        StreamerClass.Of("TAttFill", 2, 0xffd92a92, "fFillColor:2 fFillStyle:2"),
        StreamerClass.Of("TAttMarker", 2, 0x291d8bec, "fMarkerColor:2 fMarkerStyle:2 fMarkerSize:5"),
        StreamerClass.Of("TArray", 1, 0x007021b2, "fN:6"),
        StreamerClass.Of("TArrayC", 1, 0xae879936, "+TArray fArray[fN]:41"),
        StreamerClass.Of("TArrayS", 1, 0x035c9314, "+TArray fArray[fN]:42"),
        StreamerClass.Of("TArrayI", 1, 0xd9d571c7, "+TArray fArray[fN]:43"),
        StreamerClass.Of("TArrayL64", 1, 0x18e70794, "+TArray fArray[fN]:56"),
        StreamerClass.Of("TArrayF", 1, 0x5a0bf6f1, "+TArray fArray[fN]:45"),
        StreamerClass.Of("TArrayD", 1, 0x7139ef34, "+TArray fArray[fN]:48"),
        StreamerClass.Of("TParameter<double>", 2, 0x755b05d8, "+TObject fName:65 fVal:8"),
        StreamerClass.Of("TParameter<float>", 2, 0x53398bb2, "+TObject fName:65 fVal:5"),
        StreamerClass.Of("TParameter<int>", 2, 0xfe8557f8, "+TObject fName:65 fVal:3"),
        StreamerClass.Of("TParameter<Long64_t>", 2, 0xd96d1750, "+TObject fName:65 fVal:16"),
        StreamerClass.Of("TParameter<bool>", 2, 0xc6786bac, "+TObject fName:65 fVal:18"),
    ];
}
