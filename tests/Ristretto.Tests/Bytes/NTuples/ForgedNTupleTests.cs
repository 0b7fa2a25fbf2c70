using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.NTuples;

/// <summary>Headers, footers and page lists that are wrong although all their checksums are right: reading ends in values or in one of our errors,
/// without taking more memory than a file of that size can need.</summary>
public class ForgedNTupleTests
{
    private const int KeyBytes = 26;
    private const long MostMemory = 256 << 20;

    [Theory]
    [InlineData("root-written", "rn_types.root", "ntpl", 400)]
    [InlineData("root-written", "rn_encodings.root", "ntpl", 300)]
    [InlineData("root-written", "rn_clusters.root", "ntpl", 500)]
    [InlineData("root", "test_extension_columns_rntuple_v1-0-0-0.root", "ntuple", 500)]
    public void Read_ForgedEnvelopes_GivesValuesOrOneOfOurErrors(string folder, string name, string path, int rounds)
    {
        var original = File.ReadAllBytes(SharedData.Path(folder, name));
        var parts = new Parts(SharedData.Path(folder, name), path);
        var random = new Random(20_013);
        using var work = new TemporaryFolder();
        var read = 0;
        for (var round = 0; round < rounds; round++)
        {
            var bytes = parts.Forge(original, envelope => Damage(envelope, random), random.Next(2 + parts.PageLists.Length), out var key);
            File.WriteAllBytes(work["forged.root"], bytes);
            if (Attempt(work["forged.root"], key, $"{name}, round {round}")) read++;
        }
        Assert.InRange(read, 1, rounds - 1);
    }

    [Fact]
    public void Read_EnvelopesStoredAnew_GivesTheSameColumns()
    {
        var file = SharedData.Path("root-written", "rn_clusters.root");
        var parts = new Parts(file, "ntpl");
        using var work = new TemporaryFolder();
        File.WriteAllBytes(work["forged.root"], parts.Forge(File.ReadAllBytes(file), _ => { }, 0, out var key));
        Assert.True(Attempt(work["forged.root"], key, "unchanged"));
    }

    private static void Damage(Span<byte> payload, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(payload.Length);
            switch (random.Next(4))
            {
                case 0: payload[at] = (byte)random.Next(256); break;
                case 1: payload[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: payload.Slice(at, Math.Min(4, payload.Length - at)).Fill((byte)(random.Next(2) * 0xFF)); break;
                default: payload[at]++; break;
            }
        }
    }

    private static bool Attempt(string path, KeyRecord key, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var file = RootFile.Open(path);
            var ntuple = NTuple.Read(file, "forged", key);
            using var context = new DecodeContext();
            using var reader = new NTupleReader(ntuple, context);
            _ = (ntuple.CompressedBytes, ntuple.ClusterBoundaries);
            var entries = (int)Math.Min(ntuple.Entries, 100);
            reader.Prefetch(ntuple.Columns, 0, entries);
            foreach (var column in ntuple.Columns)
            {
                for (var level = 0; level < column.ListDepth; level++) reader[column].ReadLengths(level, 0, entries, new int[reader[column].Count(level, 0, entries)]);
                reader[column].ReadValues(0, entries, new byte[reader[column].ValueBytes(0, entries)]);
                if (column.LeafType == Ristretto.Bytes.Trees.LeafType.String) reader[column].ReadLengths(0, entries, new int[reader[column].Count(column.ListDepth, 0, entries)]);
            }
            return true;
        }
        catch (RistrettoException)
        {
            return false;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {e}");
            return false;
        }
        finally
        {
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, what);
        }
    }

    /// <summary>The envelopes of an RNTuple, decompressed.</summary>
    private sealed class Parts
    {
        private readonly byte[] _header;
        private readonly byte[] _footer;

        internal Parts(string path, string name)
        {
            using var file = RootFile.Open(path);
            using var context = new DecodeContext();
            var ntuple = file.GetNTuple(name);
            var anchor = ntuple.Anchor;
            _header = Envelope.Read(file, name, Envelope.HeaderType, anchor.Header, 0, context).Bytes;
            _footer = Envelope.Read(file, name, Envelope.FooterType, anchor.Footer, 0, context).Bytes;
            PageLists = [.. ntuple.ClusterGroups.Select(group => (group.PageList, Envelope.Read(file, name, Envelope.PageListType, group.PageList, 0, context).Bytes))];
        }

        internal (EnvelopeLinkRecord Link, byte[] Bytes)[] PageLists { get; }

        /// <summary>The file with all envelopes stored anew behind it, one of them changed, all checksums right.</summary>
        /// <param name="file">The file.</param>
        /// <param name="change">Changes the payload of an envelope.</param>
        /// <param name="which">0 for the header, 1 for the footer, from 2 on the page lists.</param>
        /// <param name="key">Leads to the new anchor.</param>
        internal byte[] Forge(byte[] file, SpanAction change, int which, out KeyRecord key)
        {
            List<byte> bytes = [.. file];
            var (header, footer) = ((byte[])_header.Clone(), (byte[])_footer.Clone());
            if (which == 0) change(header.AsSpan(8, header.Length - 16));
            var checksum = Seal(header);
            foreach (var (number, (link, original)) in PageLists.Index())
            {
                var list = (byte[])original.Clone();
                if (which == number + 2) change(list.AsSpan(16, list.Length - 24));
                BinaryPrimitives.WriteUInt64LittleEndian(list.AsSpan(8), checksum);
                Seal(list);
                Redirect(footer, link, list.Length, bytes.Count);
                bytes.AddRange(list);
            }
            if (which == 1) change(footer.AsSpan(24, footer.Length - 32));
            BinaryPrimitives.WriteUInt64LittleEndian(footer.AsSpan(16), checksum);
            Seal(footer);
            var (headerAt, footerAt) = (bytes.Count, bytes.Count + header.Length);
            bytes.AddRange(header);
            bytes.AddRange(footer);
            var anchor = MadeNTuple.Anchor(headerAt, header.Length, footerAt, footer.Length, 0);
            key = new KeyRecord(KeyBytes + anchor.Length, 4, anchor.Length, 0, KeyBytes, 1, bytes.Count, 100, "ROOT::RNTuple", "forged", "");
            bytes.AddRange(new byte[KeyBytes]);
            bytes.AddRange(anchor);
            return [.. bytes];
        }

        private static ulong Seal(byte[] envelope)
        {
            var checksum = XxHash3.HashToUInt64(envelope.AsSpan(0, envelope.Length - 8));
            BinaryPrimitives.WriteUInt64LittleEndian(envelope.AsSpan(envelope.Length - 8), checksum);
            return checksum;
        }

        /// <summary>Makes the footer's link to a page list point to its copy, which is not compressed.</summary>
        private static void Redirect(byte[] footer, EnvelopeLinkRecord link, int length, int offset)
        {
            var wanted = new EnvelopeWriter().I64(link.Length).I32((int)link.Locator.StoredBytes).I64(link.Locator.Offset).ToArray();
            var at = footer.AsSpan().IndexOf(wanted);
            Assert.True(at > 0);
            new EnvelopeWriter().I64(length).I32(length).I64(offset).ToArray().CopyTo(footer, at);
        }
    }

    private delegate void SpanAction(Span<byte> payload);
}
