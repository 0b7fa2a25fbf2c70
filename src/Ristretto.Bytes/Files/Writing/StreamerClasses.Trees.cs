namespace Ristretto.Bytes.Files.Writing;

internal static partial class StreamerClasses
{
    private static IEnumerable<StreamerClass> Trees() =>
    [
        StreamerClass.Of("ROOT::TIOFeatures", 1, 0x1aa12f10, "fIOBits:11"),
        StreamerClass.Of("TTree", 20, 0x7264e07f, "+TNamed +TAttLine +TAttFill +TAttMarker fEntries:16 fTotBytes:16 fZipBytes:16 fSavedBytes:16 "
            + "fFlushedBytes:16 fWeight:8 fTimerInterval:3 fScanField:3 fUpdate:3 fDefaultEntryOffsetLen:3 fNClusterRange:6 fMaxEntries:16 "
            + "fMaxEntryLoop:16 fMaxVirtualSize:16 fAutoSave:16 fAutoFlush:16 fEstimate:16 fClusterRangeEnd[fNClusterRange]:56 "
            + "fClusterSize[fNClusterRange]:56 fIOFeatures:62=ROOT::TIOFeatures fBranches:61=TObjArray fLeaves:61=TObjArray fAliases:64=TList* "
            + "fIndexValues:62=TArrayD fIndex:62=TArrayI fTreeIndex:64=TVirtualIndex* fFriends:64=TList* fUserInfo:64=TList* fBranchRef:64=TBranchRef*"),
        StreamerClass.Of("TBranch", 13, 0x10978aac, "+TNamed +TAttFill fCompress:3 fBasketSize:3 fEntryOffsetLen:3 fWriteBasket:3 fEntryNumber:16 "
            + "fIOFeatures:62=ROOT::TIOFeatures fOffset:3 fMaxBaskets:6 fSplitLevel:3 fEntries:16 fFirstEntry:16 fTotBytes:16 fZipBytes:16 "
            + "fBranches:61=TObjArray fLeaves:61=TObjArray fBaskets:61=TObjArray fBasketBytes[fMaxBaskets]:43 fBasketEntry[fMaxBaskets]:56 "
            + "fBasketSeek[fMaxBaskets]:56 fFileName:65"),
        StreamerClass.Of("TBranchRef", 1, 0x2360b3fd, "+TBranch fRefTable:64=TRefTable*"),
        StreamerClass.Of("TRefTable", 3, 0x8c895b85, "+TObject fSize:3 fParents:64=TObjArray* fOwner:64=TObject* fProcessGUIDs:500=vector<string>"),
        StreamerClass.Of("TLeaf", 2, 0x6d1e8152, "+TNamed fLen:3 fLenType:3 fOffset:3 fIsRange:18 fIsUnsigned:18 fLeafCount:64=TLeaf*"),
        StreamerClass.Of("TLeafO", 1, 0x02ae48d3, "+TLeaf fMinimum:18 fMaximum:18"),
        StreamerClass.Of("TLeafB", 1, 0x0f1e4b5e, "+TLeaf fMinimum:1 fMaximum:1"),
        StreamerClass.Of("TLeafS", 1, 0x150ceecf, "+TLeaf fMinimum:2 fMaximum:2"),
        StreamerClass.Of("TLeafI", 1, 0x7e6aae19, "+TLeaf fMinimum:3 fMaximum:3"),
        StreamerClass.Of("TLeafL", 1, 0xde320862, "+TLeaf fMinimum:16 fMaximum:16"),
        StreamerClass.Of("TLeafF", 1, 0x3add9d72, "+TLeaf fMinimum:5 fMaximum:5"),
        StreamerClass.Of("TLeafD", 1, 0x118e8776, "+TLeaf fMinimum:8 fMaximum:8"),
        StreamerClass.Of("TLeafC", 1, 0xfbe3b2f3, "+TLeaf fMinimum:3 fMaximum:3"),
        StreamerClass.Of("ROOT::RNTuple", 2, 0x4ba21bf5, "fVersionEpoch:12 fVersionMajor:12 fVersionMinor:12 fVersionPatch:12 fSeekHeader:17 "
            + "fNBytesHeader:17 fLenHeader:17 fSeekFooter:17 fNBytesFooter:17 fLenFooter:17 fMaxKeySize:17"),
    ];
}
