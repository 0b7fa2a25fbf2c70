using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees.Writing;

public sealed partial class TreeWriter
{
    private const uint MustCleanup = 0x0000_0008;
    private const uint BranchBits = 0x0040_0000;                     // kDoNotUseBufferMap
    private const int EntryOffsetLength = 1000;

    private void WriteTree()
    {
        var key = new WrittenKey("TTree", Name, Options.Title, 0, Folder.Seek, 0, 0) { Cycle = _cycle };
        var writer = new ObjectWriter();
        writer.Clear(WrittenKey.LengthOf("TTree", Name, Options.Title, File.HasBigKeys));
        Encode(writer);
        string[] classes = ["TTree", "TBranch", .. _columns.Select(column => column.Form.Class)];
        File.WriteOpened(this, Folder, key, writer, classes);
    }

    private void Encode(ObjectWriter writer)
    {
        var (autoFlush, rangeEnds, sizes) = _clusters.ToRecord();
        var stored = _columns.Sum(column => column.Baskets.StoredBytes);
        var start = writer.Begin(20);
        writer.Named(Name, Options.Title, MustCleanup);
        writer.LineAttributes();
        writer.FillAttributes();
        writer.MarkerAttributes();
        writer.Int64(Entries);
        writer.Int64(_columns.Sum(column => column.Baskets.TotalBytes));
        writer.Int64(stored);
        writer.Int64(0);                                             // fSavedBytes
        writer.Int64(stored);                                        // fFlushedBytes
        writer.Double(Options.Weight);                               // fWeight
        writer.Int32(0);                                             // fTimerInterval
        writer.Int32(25);                                            // fScanField
        writer.Int32(0);                                             // fUpdate
        writer.Int32(EntryOffsetLength);                             // fDefaultEntryOffsetLen
        writer.Int32(sizes.Count);                                   // fNClusterRange
        writer.Int64(1_000_000_000_000);                             // fMaxEntries
        writer.Int64(1_000_000_000_000);                             // fMaxEntryLoop
        writer.Int64(0);                                             // fMaxVirtualSize
        writer.Int64(-300_000_000);                                  // fAutoSave
        writer.Int64(autoFlush);
        writer.Int64(1_000_000);                                     // fEstimate
        EncodeRange(rangeEnds, writer);
        EncodeRange(sizes, writer);
        EncodeFeatures(writer);
        var leaves = new Dictionary<TreeColumn, int>();
        EncodeArray(_columns.Count, writer, i => EncodeBranch(_columns[i], leaves, writer));
        EncodeArray(_columns.Count, writer, i => writer.Reference(leaves[_columns[i]]));
        writer.NullPointer();                                        // fAliases
        writer.Int32(0);                                             // fIndexValues
        writer.Int32(0);                                             // fIndex
        if (Index is { } index) writer.Append(index);                // fTreeIndex
        else writer.NullPointer();
        for (var i = 0; i < 3; i++) writer.NullPointer();            // fFriends, fUserInfo, fBranchRef
        writer.End(start);
    }

    private void EncodeBranch(TreeColumn column, Dictionary<TreeColumn, int> leaves, ObjectWriter writer)
    {
        var baskets = column.Baskets;
        var count = baskets.Seeks.Count;
        var length = Math.Max(10, count + 1);
        var pointer = writer.BeginPointer("TBranch");
        var start = writer.Begin(13);
        writer.Named(column.Name, column.Title, BranchBits);
        writer.FillAttributes();
        writer.Int32(Compression.Setting);
        writer.Int32(Math.Max(32000, baskets.LargestBytes));         // fBasketSize
        writer.Int32(column.HasOffsets ? EntryOffsetLength : 0);     // fEntryOffsetLen
        writer.Int32(count);                                         // fWriteBasket
        writer.Int64(Entries);                                       // fEntryNumber
        EncodeFeatures(writer);
        writer.Int32(0);                                             // fOffset
        writer.Int32(length);                                        // fMaxBaskets
        writer.Int32(0);                                             // fSplitLevel
        writer.Int64(Entries);
        writer.Int64(0);                                             // fFirstEntry
        writer.Int64(baskets.TotalBytes);
        writer.Int64(baskets.StoredBytes);
        EncodeArray(0, writer, _ => { });                            // fBranches
        EncodeArray(1, writer, _ => EncodeLeaf(column, leaves, writer));
        EncodeArray(count + 1, writer, _ => writer.NullPointer());   // fBaskets: none is embedded
        writer.UInt8(1);
        for (var i = 0; i < length; i++) writer.Int32(i < count ? baskets.Bytes[i] : 0);
        writer.UInt8(1);
        for (var i = 0; i < length; i++) writer.Int64(i < count ? baskets.FirstEntries[i] : i == count ? Entries : 0);
        writer.UInt8(1);
        for (var i = 0; i < length; i++) writer.Int64(i < count ? baskets.Seeks[i] : 0);
        writer.String("");                                           // fFileName
        writer.End(start);
        writer.End(pointer);
    }

    private static void EncodeLeaf(TreeColumn column, Dictionary<TreeColumn, int> leaves, ObjectWriter writer)
    {
        // Where it is mentioned first, by its branch or by one that it counts, stands the leaf; elsewhere a reference to it.
        if (leaves.TryGetValue(column, out var known))
        {
            writer.Reference(known);
            return;
        }
        var form = column.Form;
        var pointer = writer.BeginPointer(form.Class);
        leaves.Add(column, pointer);
        var start = writer.Begin(1);
        var leaf = writer.Begin(2);
        writer.Named(column.Name, column.LeafTitle);
        writer.Int32(column.LeafLength);                             // fLen
        writer.Int32(form.Size);                                     // fLenType
        writer.Int32(0);                                             // fOffset
        writer.Bool(column is CounterColumn);                        // fIsRange
        writer.Bool(form.IsUnsigned);
        if (column.Counter is { } counter) EncodeLeaf(counter, leaves, writer);
        else writer.NullPointer();
        writer.End(leaf);
        EncodeLimit(column, 0, writer);
        EncodeLimit(column, column.LeafMaximum, writer);
        writer.End(start);
        writer.End(pointer);
    }

    private static void EncodeLimit(TreeColumn column, long value, ObjectWriter writer)
    {
        switch (column.Form.Letter)
        {
            case 'C' or 'I' or 'i': writer.Int32((int)value); break;
            case 'F': writer.Float(value); break;
            case 'D': writer.Double(value); break;
            case 'S' or 's': writer.Int16((short)value); break;
            case 'L' or 'l': writer.Int64(value); break;
            default: writer.UInt8((byte)value); break;
        }
    }

    private static void EncodeArray(int count, ObjectWriter writer, Action<int> encode)
    {
        var start = writer.Begin(3);
        writer.Object();
        writer.String("");
        writer.Int32(count);
        writer.Int32(0);                                             // fLowerBound
        for (var i = 0; i < count; i++) encode(i);
        writer.End(start);
    }

    private static void EncodeRange(IReadOnlyList<long> values, ObjectWriter writer)
    {
        writer.UInt8(values.Count > 0 ? (byte)1 : (byte)0);
        foreach (var value in values) writer.Int64(value);
    }

    // ROOT::TIOFeatures, a class without a version: its checksum, then fIOBits.
    private static void EncodeFeatures(ObjectWriter writer)
    {
        var start = writer.Begin(0);
        writer.UInt32(StreamerClasses.Get("ROOT::TIOFeatures").Checksum);
        writer.UInt8(0);
        writer.End(start);
    }
}
