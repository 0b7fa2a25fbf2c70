using System.Runtime.ExceptionServices;

namespace Ristretto.Events.Engine;

/// <summary>Opens a worker's next file, and starts to fetch its first events, while the worker is busy with the present one.</summary>
internal sealed class NextFile
{
    private readonly Thread _thread;
    private FileReader? _reader;
    private ExceptionDispatchInfo? _error;

    /// <summary>Starts; <paramref name="open"/> runs on a thread of its own.</summary>
    internal NextFile(Func<FileReader> open)
    {
        _thread = new Thread(() => Run(open)) { IsBackground = true, Name = "ristretto opener" };
        _thread.Start();
    }

    /// <summary>The opened file, once it is there.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">It could not be opened.</exception>
    internal FileReader Take()
    {
        _thread.Join();
        _error?.Throw();
        return _reader!;
    }

    /// <summary>Closes what nobody will use.</summary>
    internal void Drop()
    {
        _thread.Join();
        _reader?.Dispose();
    }

    private void Run(Func<FileReader> open)
    {
        try
        {
            _reader = open();
        }
        catch (Exception error)     // whatever it is, the worker reports it
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }
    }
}
