using System.Runtime.ExceptionServices;
using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>Compresses records on several threads and writes them in the order in which they were handed in, so that the file does not depend on
/// the number of threads. What waits is bounded: whoever hands in more helps.</summary>
internal sealed class RecordQueue(int threads) : IDisposable
{
    // Enough that no thread runs dry between two records of a basket's usual size.
    private const long HeldPerThread = 8 << 20;

    private readonly object _gate = new();                           // Monitor: the threads wait for each other
    private readonly Queue<PendingRecord> _toEncode = new();
    private readonly Queue<PendingRecord> _toWrite = new();
    private readonly List<Thread> _workers = [];
    private long _held;
    private bool _isWriting;
    private bool _isStopping;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The encoders of the calling thread.</summary>
    public EncodeContext Context { get; } = new();

    /// <summary>Hands a record in, which then belongs to the queue. Returns when there is room for the next one.</summary>
    /// <remarks>Throws what went wrong with this or an earlier record; nothing more will be written then.</remarks>
    public void Submit(PendingRecord record)
    {
        if (threads == 1)
        {
            try
            {
                record.Encode(Context);
                record.Write();
            }
            finally
            {
                record.Release();
            }
            return;
        }
        lock (_gate)
        {
            _toEncode.Enqueue(record);
            _toWrite.Enqueue(record);
            _held += record.HeldBytes;
            if (_workers.Count < threads - 1) StartWorker();
            Monitor.PulseAll(_gate);
        }
        Await(HeldPerThread * threads);
    }

    /// <summary>Waits until everything is written.</summary>
    public void Drain() => Await(-1);

    /// <summary>Ends the threads; what was not written is given up.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }
        foreach (var worker in _workers) worker.Join();
        foreach (var record in _toWrite) record.Release();
        _toWrite.Clear();
        _toEncode.Clear();
        Context.Dispose();
    }

    // Helps to compress while more is held than allowed; then waits for those who do.
    private void Await(long allowed)
    {
        while (true)
        {
            PendingRecord? record;
            lock (_gate)
            {
                while (true)
                {
                    _failure?.Throw();
                    if (_toWrite.Count == 0 || _held <= allowed) return;
                    if (_toEncode.TryDequeue(out record)) break;
                    Monitor.Wait(_gate);
                }
            }
            Process(record, Context);
        }
    }

    private void StartWorker()
    {
        var worker = new Thread(Work) { IsBackground = true, Name = "ristretto writer" };
        _workers.Add(worker);
        worker.Start();
    }

    private void Work()
    {
        using var context = new EncodeContext();
        while (true)
        {
            PendingRecord? record;
            lock (_gate)
            {
                while (!_isStopping && !_toEncode.TryPeek(out _)) Monitor.Wait(_gate);
                if (_isStopping) return;
                record = _toEncode.Dequeue();
            }
            Process(record, context);
        }
    }

    private void Process(PendingRecord record, EncodeContext context)
    {
        try
        {
            record.Encode(context);
            lock (_gate) record.IsEncoded = true;
            while (NextInTurn() is { } next)
            {
                next.Write();
                next.Release();
                Finish(next);
            }
        }
        catch (Exception e)
        {
            // Thrown again on the thread that hands records in.
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(e);
                _isWriting = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private PendingRecord? NextInTurn()
    {
        lock (_gate)
        {
            if (_isWriting || _isStopping || _failure is not null || !_toWrite.TryPeek(out var next) || !next.IsEncoded) return null;
            _isWriting = true;
            return next;
        }
    }

    private void Finish(PendingRecord record)
    {
        lock (_gate)
        {
            _toWrite.Dequeue();
            _held -= record.HeldBytes;
            _isWriting = false;
            Monitor.PulseAll(_gate);
        }
    }
}
