namespace Ristretto.Histograms.Booking;

/// <summary>Memory for the quantities of one block of items. Each thread keeps what it once needed.</summary>
internal static class Scratch<T>
{
    [ThreadStatic] private static Stack<T[]>? t_free;

    /// <summary>An array of at least this length that nobody else uses until it is given back.</summary>
    internal static T[] Take(int length)
    {
        var free = t_free ??= new Stack<T[]>();
        return free.TryPop(out var array) && array.Length >= length ? array : new T[Math.Max(length, 128)];
    }

    internal static void Give(T[] array) => t_free!.Push(array);
}
