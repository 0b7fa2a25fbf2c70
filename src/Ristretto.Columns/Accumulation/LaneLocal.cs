using System.Runtime.CompilerServices;

namespace Ristretto.Columns.Accumulation;

/// <summary>The part of <see cref="LaneLocal{T}"/> that does not depend on the type of the content.</summary>
public abstract class LaneLocal
{
    private static readonly Lock s_lock = new();
    private static readonly List<WeakReference<LaneLocal>> s_made = [];
    private static int s_count;
    private static int s_tidyAt = 1024;

    private protected LaneLocal()
    {
        lock (s_lock)
        {
            Id = s_count++;
            if (s_made.Count >= s_tidyAt)
            {
                s_made.RemoveAll(made => !made.TryGetTarget(out _));
                s_tidyAt = Math.Max(1024, 2 * s_made.Count);
            }
            s_made.Add(new WeakReference<LaneLocal>(this));
        }
    }

    /// <summary>All that somebody still holds, in the order in which they were made.</summary>
    internal static IReadOnlyList<LaneLocal> Living
    {
        get
        {
            lock (s_lock) return [.. s_made.Select(made => made.TryGetTarget(out var living) ? living : null).OfType<LaneLocal>()];
        }
    }

    /// <summary>Position in the order in which they were made.</summary>
    internal int Id { get; }

    /// <summary>Name of the content, for what is said about it after a run; null for none.</summary>
    internal string? Name { get; set; }

    /// <summary>Whether the original is known to hold nothing.</summary>
    internal abstract bool IsEmpty { get; }

    /// <summary>Memory for a copy, in bytes, as far as the content knows.</summary>
    internal abstract long CopyBytes { get; }

    /// <summary>Most memory that a copy takes in pages beside that, in bytes.</summary>
    internal abstract long PagedBytes { get; }

    /// <summary>Memory that the original will still take, in bytes, as far as the content knows.</summary>
    internal abstract long GrowthBytes { get; }

    internal abstract void MergeAndClear(object copy);

    internal abstract void MergeAndClear(object copy, Lane target);

    internal abstract void ClearCopy(object copy);
}

/// <summary>A value that every <see cref="Lane"/> sees as a copy of its own. Histograms and cutflows keep their content in one, and so user
/// code fills what it has captured, from any thread and without a lock.</summary>
/// <typeparam name="T">The content.</typeparam>
public sealed class LaneLocal<T> : LaneLocal where T : class, IMergeable<T>
{
    /// <summary>Wraps the original, into which all copies are merged.</summary>
    public LaneLocal(T main) => Main = main;

    /// <summary>Wraps the original and gives it the name by which a run tells that nothing was filled into it.</summary>
    public LaneLocal(T main, string name) => (Main, Name) = (main, name);

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

    internal override bool IsEmpty => Main.IsEmpty;

    /// <summary>The parts of what was accumulated so far, where the lanes come one after the other: the original, the lanes before, the current one.</summary>
    internal (T Main, T? Preceding, T? Current) Parts => (Main, Lane.Current?.Preceding?.Find(Id) as T, Lane.Current?.Find(Id) as T);

    internal override long CopyBytes => Main.CopyBytes;

    internal override long PagedBytes => Main.PagedBytes;

    internal override long GrowthBytes => Main.GrowthBytes;

    internal override void MergeAndClear(object copy)
    {
        var piece = (T)copy;
        Main.Merge(piece);
        piece.Clear();
    }

    internal override void MergeAndClear(object copy, Lane target)
    {
        var piece = (T)copy;
        (target.Find(Id) as T ?? Create(target)).Merge(piece);
        piece.Clear();
    }

    internal override void ClearCopy(object copy) => ((T)copy).Clear();

    private T Create(Lane lane)
    {
        var copy = Main.CreateEmpty();
        if (copy is IPagedContent paged) paged.Owner = lane;
        lane.Add(this, copy);
        return copy;
    }
}
