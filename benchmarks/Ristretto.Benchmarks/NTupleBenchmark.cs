using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Measurements;

namespace Ristretto.Benchmarks;

/// <summary>Reading columns of the same events from an RNTuple and from a TTree of the same codec, and from the RNTuple's pages by a bare loop of
/// checksum, decompression and joining of bytes.</summary>
internal static class NTupleBenchmark
{
    private const int Tile = 4096;
    private const int Repetitions = 20;

    private static readonly string[][] s_sets =
    [
        ["MET_pt"],
        ["nJet", "Jet_pt"],
        ["nJet", "Jet_pt", "Jet_eta", "Jet_phi", "Jet_mass"],
        ["nMuon", "Muon_pt", "Muon_eta", "Muon_phi", "Muon_charge"],
        [],
    ];

    internal static int Run(string data, int rounds)
    {
        var folder = Path.Combine(data, "adl");
        using var treeFile = RootFile.Open(Path.Combine(folder, "adl-100k.root"));
        using var ntupleFile = RootFile.Open(Path.Combine(folder, "adl-100k.rntuple.root"));
        var (tree, ntuple) = (treeFile.GetTree("Events"), ntupleFile.GetNTuple("Events"));
        Console.WriteLine($"{tree.Entries} events, zstd, tiles of {Tile}, 1 thread, {rounds} rounds; ratios of processor time");
        foreach (var set in s_sets)
        {
            string[] columns = set.Length > 0 ? set : [.. tree.Branches.Select(branch => branch.Name)];
            Pass(tree, ntuple, columns, rounds);
        }
        return 0;
    }

    private static void Pass(Tree tree, NTuple ntuple, string[] columns, int rounds)
    {
        using var context = new DecodeContext();
        var bare = new PageLoop(ntuple, columns.Select(ntuple.GetColumn));
        var (fromTree, fromNTuple) = (ReadTree(tree, columns, context), ReadNTuple(ntuple, columns, context));
        if (fromTree != fromNTuple) throw new InvalidOperationException($"{columns[0]} …: the tree has {fromTree} bytes, the RNTuple {fromNTuple}");
        var results = new Measurement(20, rounds)
            .Add("RNTuple", () => Repeat(() => ReadNTuple(ntuple, columns, context)))
            .Add("TTree", () => Repeat(() => ReadTree(tree, columns, context)))
            .Add("bare loop over the pages", () => Repeat(() => bare.Run(context)))
            .Run();
        var time = results[0].Cpu / Repetitions;
        Console.WriteLine($"{(columns.Length > 6 ? $"all {columns.Length} columns" : string.Join(", ", columns))}: {fromTree / 1e6:F2} MB of values, "
            + $"{fromTree / time / 1e6:F0} MB/s, {1e9 * time / tree.Entries:F1} ns/event from the RNTuple");
        Console.WriteLine($"  TTree / RNTuple {results[1].CpuRatio:F2}   bare loop / RNTuple {results[2].CpuRatio:F2}");
    }

    private static void Repeat(Func<long> work)
    {
        for (var i = 0; i < Repetitions; i++) work();
    }

    private static long ReadTree(Tree tree, string[] columns, DecodeContext context)
    {
        var readers = columns.Select(column => new BranchReader(tree.GetBranch(column), context)).ToArray();
        using var prefetch = new BasketPrefetch();
        var (values, bytes) = (new Block(), 0L);
        var boundaries = tree.ClusterBoundaries([.. readers.Select(reader => reader.Branch)]);
        for (var i = 1; i < boundaries.Count; i++)
        {
            prefetch.Load(readers, boundaries[i - 1], boundaries[i]);
            for (var first = boundaries[i - 1]; first < boundaries[i]; first += Tile)
            {
                var count = (int)Math.Min(Tile, boundaries[i] - first);
                var totals = new Dictionary<string, int>();
                foreach (var reader in readers)
                {
                    var branch = reader.Branch;
                    var size = branch.ElementSize * (branch.Counter is { } counter ? totals[counter.Name] : count);
                    var target = values.Of(size);
                    reader.ReadValues(first, count, target);
                    if (branch.Name[0] == 'n') totals[branch.Name] = Sum(target);
                    bytes += size;
                }
            }
        }
        foreach (var reader in readers) reader.Dispose();
        return bytes;
    }

    private static long ReadNTuple(NTuple ntuple, string[] columns, DecodeContext context)
    {
        using var owner = new NTupleReader(ntuple, context);
        var wanted = columns.Select(ntuple.GetColumn).ToArray();
        var readers = wanted.Select(column => owner[column]).ToArray();
        var (values, bytes) = (new Block(), 0L);
        var boundaries = ntuple.ClusterBoundaries;
        for (var i = 1; i < boundaries.Count; i++)
        {
            owner.Prefetch(wanted, boundaries[i - 1], boundaries[i]);
            for (var first = boundaries[i - 1]; first < boundaries[i]; first += Tile)
            {
                var count = (int)Math.Min(Tile, boundaries[i] - first);
                foreach (var reader in readers)
                {
                    var size = reader.ValueBytes(first, count);
                    reader.ReadValues(first, count, values.Of(size));
                    bytes += size;
                }
            }
        }
        return bytes;
    }

    private static int Sum(ReadOnlySpan<byte> counts)
    {
        var sum = 0;
        foreach (var count in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(counts)) sum += count;
        return sum;
    }

    /// <summary>Memory for the values of a tile, used again and again.</summary>
    private sealed class Block
    {
        private byte[] _bytes = [];

        internal Span<byte> Of(int size)
        {
            if (_bytes.Length < size) _bytes = new byte[2 * size];
            return _bytes.AsSpan(0, size);
        }
    }
}
