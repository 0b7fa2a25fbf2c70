using System.Collections.Concurrent;

namespace Ristretto.Columns.Arrays;

/// <summary>Blocks of memory that workspaces gave back and others may take, so that the next run of the event loop starts with memory that was
/// touched already. They are held weakly: the garbage collector takes what nobody asks for.</summary>
internal static class WorkspaceBlocks
{
    private const int Most = 64;

    private static readonly ConcurrentDictionary<int, ConcurrentQueue<WeakReference<byte[]>>> s_bySize = new();

    /// <summary>A pinned block of exactly that many bytes.</summary>
    internal static byte[] Take(int size)
    {
        if (s_bySize.TryGetValue(size, out var blocks))
            while (blocks.TryDequeue(out var known))
                if (known.TryGetTarget(out var block)) return block;
        return GC.AllocateUninitializedArray<byte>(size, pinned: true);
    }

    /// <summary>Takes a block back that nobody uses any more.</summary>
    internal static void GiveBack(byte[] block)
    {
        var blocks = s_bySize.GetOrAdd(block.Length, static _ => new());
        blocks.Enqueue(new WeakReference<byte[]>(block));
        while (blocks.Count > Most && blocks.TryDequeue(out _)) { }
    }
}
