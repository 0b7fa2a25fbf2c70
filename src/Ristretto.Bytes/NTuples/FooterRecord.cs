namespace Ristretto.Bytes.NTuples;

/// <summary>The footer envelope of RNTuple, without the schema extension, which goes to the header's schema.</summary>
/// <param name="ClusterGroups">The cluster groups in the order of their entries.</param>
/// <param name="AttributeSets">Linked attribute sets.</param>
public sealed record FooterRecord(IReadOnlyList<ClusterGroupRecord> ClusterGroups, IReadOnlyList<AttributeSetRecord> AttributeSets)
{
    /// <summary>Decodes a footer and appends its schema extension to the header's schema.</summary>
    internal static FooterRecord Decode(in Envelope envelope, HeaderRecord header)
    {
        var reader = envelope.Payload();
        FeatureFlags.Decode(ref reader);
        Envelope.CheckHeader(ref reader, header.Checksum);
        var extension = reader.ReadRecordFrame();
        if (reader.Position < extension) header.Schema.Append(ref reader);
        reader.Leave(extension);

        var end = reader.ReadListFrame(ClusterGroupRecord.SmallestSize, out var count);
        var groups = new ClusterGroupRecord[count];
        for (var i = 0; i < count; i++) groups[i] = ClusterGroupRecord.Decode(ref reader);
        reader.Leave(end);
        var next = 0L;
        foreach (var group in groups)
        {
            if (group.FirstEntry != next || group.Entries > long.MaxValue - next)
                reader.Fail($"a cluster group has {group.Entries} entries from {group.FirstEntry} where entry {next} is next");
            next += group.Entries;
        }
        if (reader.Remaining == 0) return new FooterRecord(groups, []);        // the list of attribute sets came with format 1.0.1

        end = reader.ReadListFrame(AttributeSetRecord.SmallestSize, out count);
        var sets = new AttributeSetRecord[count];
        for (var i = 0; i < count; i++) sets[i] = AttributeSetRecord.Decode(ref reader);
        reader.Leave(end);
        return new FooterRecord(groups, sets);
    }
}
