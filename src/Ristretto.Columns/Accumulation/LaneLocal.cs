using System.Runtime.CompilerServices;

namespace Ristretto.Columns.Accumulation;

/// <summary>The part of <see cref="LaneLocal{T}"/> that does not depend on the type of the content.</summary>
public abstract class LaneLocal
{
    private static int s_count;

    private protected LaneLocal() => Id = Interlocked.Increment(ref s_count) - 1;

    internal int Id { get; }

    internal abstract void MergeAndClear(object copy);

    internal abstract void ClearCopy(object copy);
}

/// <summary>A value that every <see cref="Lane"/> sees as a copy of its own. Histograms and cutflows keep their content in one, and so user
/// code fills what it has captured, from any thread and without a lock.</summary>
/// <typeparam name="T">The content.</typeparam>
public sealed class LaneLocal<T> : LaneLocal where T : class, IMergeable<T>
{
    /// <summary>Wraps the original, into which all copies are merged.</summary>
    public LaneLocal(T main) => Main = main;

    /// <summary>The original.</summary>
    public T Main { get; }

    /// <summary>The current lane's copy inside the event loop, the original outside.</summary>
    public T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var lane = Lane.Current;
            if (lane is null) return Main;
            return lane.Find(Id) is { } copy ? Unsafe.As<T>(copy) : Create(lane);
        }
    }

    internal override void MergeAndClear(object copy)
    {
        var piece = (T)copy;
        Main.Merge(piece);
        piece.Clear();
    }

    internal override void ClearCopy(object copy) => ((T)copy).Clear();

    private T Create(Lane lane)
    {
        var copy = Main.CreateEmpty();
        lane.Add(this, copy);
        return copy;
    }
}
