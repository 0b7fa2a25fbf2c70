using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Columns.Arrays;

/// <summary>The memory in which one worker computes: columns are carved from a few large blocks and all given back at once with
/// <see cref="Reset"/>, when the worker goes on to its next events.</summary>
/// <remarks>Not thread-safe: one per worker. A column that is used after its workspace was reset throws instead of showing other events'
/// values. Columns made outside a workspace live on the ordinary heap for as long as anyone holds them.</remarks>
public sealed class Workspace
{
    private const int Alignment = 64;
    private const int Slack = 64;                       // vector loops may read, never write, this much behind a buffer
    private const int SmallestBlock = 256 * 1024;

    private readonly List<byte[]> _blocks = [];
    private readonly long _limit;
    private byte[] _block = [];
    private int _current = -1;
    private int _next;

    /// <summary>A workspace that may hold at most <paramref name="limit"/> bytes.</summary>
    public Workspace(long limit = long.MaxValue) => _limit = limit;

    /// <summary>Counts the resets; columns remember the value they were made under.</summary>
    internal int Generation { get; private set; }

    /// <summary>Memory held, in bytes, whether in use or not.</summary>
    public long Capacity { get; private set; }

    /// <summary>Takes all memory back. Columns made before can no longer be used.</summary>
    public void Reset()
    {
        Generation++;
        _current = -1;
        _block = [];
        _next = 0;
    }

    /// <summary>Gives all memory back, for other workspaces to use; columns made before can no longer be used.</summary>
    public void Release()
    {
        Reset();
        foreach (var block in _blocks) WorkspaceBlocks.GiveBack(block);
        _blocks.Clear();
        Capacity = 0;
    }

    internal ColumnBuffer<T> Allocate<T>(int length) where T : unmanaged
    {
        var bytes = checked(length * Unsafe.SizeOf<T>());
        var start = _next;
        if (_block.Length - start < bytes + Slack || _current < 0)
        {
            Advance(bytes);
            start = _next;
        }
        _next = start + ((bytes + Slack + Alignment - 1) & -Alignment);
        return new ColumnBuffer<T>(this, _block, start, length);
    }

    private void Advance(int bytes)
    {
        while (++_current < _blocks.Count)
        {
            _block = _blocks[_current];
            _next = FirstAligned(_block);
            if (_block.Length - _next >= bytes + Slack) return;
        }
        var size = Math.Max(SmallestBlock, Math.Max(bytes + Slack + 2 * Alignment, (int)Math.Min(Capacity / 2, 16 << 20)));
        size = (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)size), 1 << 30);          // the same few sizes in every workspace
        if (Capacity + size > _limit || size < bytes + Slack + 2 * Alignment) size = bytes + Slack + 2 * Alignment;
        if (Capacity + size > _limit)
        {
            _current--;
            throw new InsufficientWorkspaceException(Capacity + size, _limit);
        }
        _block = WorkspaceBlocks.Take(size);
        _blocks.Add(_block);
        Capacity += _block.Length;
        _next = FirstAligned(_block);
    }

    private static unsafe int FirstAligned(byte[] block)
    {
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(block));
        return (int)(-address & (Alignment - 1));
    }
}
