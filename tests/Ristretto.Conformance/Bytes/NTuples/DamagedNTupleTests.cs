using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Conformance.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.NTuples;

/// <summary>Whatever is wrong in a file, reading its RNTuples ends in the right values or in one of our errors: everything in them has a checksum.</summary>
public class DamagedNTupleTests
{
    private const long MostMemory = 256 << 20;

    [Theory]
    [InlineData("root", "test_float_types_rntuple_v1-0-0-0.root", 1)]
    [InlineData("root", "test_extension_columns_rntuple_v1-0-0-0.root", 1)]
    [InlineData("root", "test_stl_containers_rntuple_v1-0-0-0.root", 1)]
    [InlineData("root", "test_multiple_cluster_groups_rntuple_v1-0-0-0.root", 3)]
    [InlineData("root", "test_int_multicluster_rntuple_v1-0-0-0.root", 1)]
    [InlineData("root", "rntuple_test.root", 3)]
    [InlineData("root-written", "rn_clusters.root", 17)]
    [InlineData("root-written", "rn_encodings.root", 101)]
    [InlineData("root-written", "rn_types.root", 101)]
    public void Read_OneByteChanged_GivesTheRightValuesOrOneOfOurErrors(string folder, string name, int step)
    {
        var bytes = File.ReadAllBytes(SharedData.Path(folder, name));
        var right = Attempt(bytes, name)!;
        Assert.NotEmpty(right);
        for (var at = 4; at < bytes.Length; at += step)
        {
            var change = (byte)(1 << (at % 8));
            bytes[at] ^= change;
            if (Attempt(bytes, $"{name}, byte {at}") is { } found) Assert.True(found.Count == 0 || found.SequenceEqual(right), $"{name}: wrong values after a change of byte {at}");
            bytes[at] ^= change;
        }
    }

    [Theory]
    [InlineData("root-written", "rn_types.root", 100)]
    [InlineData("root-written", "rn_clusters.root", 300)]
    [InlineData("root", "test_stl_containers_rntuple_v1-0-0-0.root", 500)]
    public void Read_SeveralBytesChanged_GivesValuesOrOneOfOurErrors(string folder, string name, int rounds)
    {
        var original = File.ReadAllBytes(SharedData.Path(folder, name));
        var random = new Random(20_012);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = (byte[])original.Clone();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                var at = random.Next(4, bytes.Length - 4);
                if (random.Next(3) == 0) bytes.AsSpan(at, 4).Fill((byte)(random.Next(2) * 0x7F));
                else bytes[at] = (byte)random.Next(256);
            }
            Attempt(bytes, $"{name}, round {round}");
        }
    }

    /// <summary>The values of all columns, null after one of our errors. Of very long columns the first entries have to do.</summary>
    private static List<NTupleDigest>? Attempt(byte[] bytes, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var file = RootFile.Open(new MemorySource(bytes));
            return [.. file.AllKeys().Where(entry => RootFile.IsNTuple(entry.Key)).SelectMany(entry => Read(file.GetNTuple($"{entry.Path};{entry.Key.Cycle}")))];
        }
        catch (RistrettoException)
        {
            return null;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {e}");
            return null;
        }
        finally
        {
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, what);
        }
    }

    private static List<NTupleDigest> Read(NTuple ntuple)
    {
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        _ = ntuple.CompressedBytes;
        reader.Prefetch(ntuple.Columns, 0, Math.Min(ntuple.Entries, 1000));
        return [.. ntuple.Columns.Select(column => NTupleDigest.Of(reader, column, 250, mostEntries: 10_000))];
    }
}
