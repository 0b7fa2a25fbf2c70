using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Columns.Arrays;

public class WorkspaceTests
{
    [Fact]
    public void Column_UsedAfterReset_Throws()
    {
        var workspace = new Workspace();
        var column = new Column<float>(ColumnBuffer<float>.CopyOf([1, 2, 3], workspace));
        var derived = column + 1f;
        var kept = derived.ToArray();
        workspace.Reset();

        Assert.Equal([2f, 3, 4], kept);
        var error = Assert.Throws<ObjectDisposedException>(() => derived.AsSpan().Length);
        Assert.Contains("copy what must outlive them with ToArray()", error.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => column + 1f);
        Assert.Throws<ObjectDisposedException>(() => derived.Buffer.First(1));
    }

    [Fact]
    public void Lists_OfAnotherGeneration_AreNotTakenForTheSame()
    {
        var workspace = new Workspace();
        var before = Lists.FromCounts([1, 2], workspace);
        workspace.Reset();
        var after = Lists.FromCounts([2, 1], workspace);
        Assert.Throws<ObjectDisposedException>(() => after.RequireSame(before, "a", "b"));
    }

    [Fact]
    public void Allocate_AnySizes_AreAlignedAndDisjoint()
    {
        var workspace = new Workspace();
        for (var round = 0; round < 3; round++)
        {
            workspace.Reset();
            var buffers = Enumerable.Range(0, 200).Select(i => ColumnBuffer<byte>.Allocate(workspace, i * 37 % 5000)).ToArray();
            for (var i = 0; i < buffers.Length; i++)
            {
                Assert.Equal(0, Address(buffers[i].Span) % 64);
                buffers[i].Span.Fill((byte)i);
            }
            for (var i = 0; i < buffers.Length; i++) Assert.True(buffers[i].Span.IndexOfAnyExcept((byte)i) < 0);
        }
    }

    [Fact]
    public void Allocate_BeyondTheLimit_SaysHowMuchIsNeededAndCanGoOn()
    {
        var workspace = new Workspace(limit: 600_000);
        ColumnBuffer<byte>.Allocate(workspace, 200_000);
        var error = Assert.Throws<InsufficientWorkspaceException>(() => ColumnBuffer<byte>.Allocate(workspace, 900_000));
        Assert.Equal(600_000, error.Limit);
        Assert.True(error.Needed > 900_000);
        workspace.Reset();
        ColumnBuffer<byte>.Allocate(workspace, 200_000).Span.Clear();
        ColumnBuffer<byte>.Allocate(workspace, 200_000).Span.Clear();
        Assert.True(workspace.Capacity <= 600_000);
    }

    [Fact]
    public void ChainOfOperations_InAWorkspace_AllocatesNothingOnTheHeap()
    {
        var workspace = new Workspace();
        var random = new Random(1);
        var counts = Enumerable.Range(0, 500).Select(_ => random.Next(40)).ToArray();
        var values = Enumerable.Range(0, counts.Sum()).Select(_ => random.NextSingle() * 100).ToArray();

        for (var i = 0; i < 40; i++) Chain();                     // compiled, and the workspace has its size
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) Chain();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Chain()
        {
            workspace.Reset();
            var lists = Lists.FromCounts(counts, workspace);
            var pt = new JaggedColumn<float>(lists, ColumnBuffer<float>.CopyOf(values, workspace));
            var good = pt[(pt > 30 & Abs(pt - 50f) < 40.5) | pt < 5];
            var order = good.ArgSort(descending: true).Take(4);
            var leading = good[order];
            var ht = leading.Sum() + good.Max().FillNone(0).To<double>() + good.At(1).FillNone(1).To<double>() / 2.0;
            var pass = ht > 100 & good.Count >= 2 & (pt > 90).Any() & !(good.First() < 3).FillNone(true);
            _ = ht[pass].Length + good[pass].Length + good[good.ArgMax()].Length + good.Pad(6, -1).Length + good.PadNone(3).FillNone(0).Length
                + Where(pass, ht, 0).Length + DeltaPhi(pt, pt).Length + Sqrt(pt).Length + good.JoinedWith(good).Length + pt.RunLengths().Length
                + good.Mean().Length + good.LocalIndices().Length + pass.CountTrue();
        }
    }

    private static unsafe nint Address(Span<byte> span)
    {
        fixed (byte* first = span) return span.IsEmpty ? 0 : (nint)first;
    }
}
