namespace Ristretto.Bytes.Sources.Remote;

/// <summary>The one place where a thread waits for bytes on their way. Only threads of their own come here: the workers of an event loop, and a
/// program's first thread; never one of the pool, on which the bytes' arrival depends.</summary>
internal static class Blocking
{
    internal static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();

    internal static void Wait(Task task) => task.GetAwaiter().GetResult();

    /// <summary>Waits until a task has ended, whether well or not.</summary>
    internal static void WaitForEnd(Task task) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne();

    internal static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
