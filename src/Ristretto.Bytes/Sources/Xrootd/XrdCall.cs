using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>Receives the data of a reply as they come.</summary>
internal interface IXrdSink
{
    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="InvalidDataException">They are more, or others, than asked for.</exception>
    void Accept(ReadOnlySpan<byte> bytes);
}

/// <summary>A request: 16 bytes of parameters and, behind them, text or data; and where its reply goes.</summary>
internal sealed class XrdCall(XrdRequestId request, byte[] parameters, byte[] payload, IXrdSink? sink = null, StallClock? clock = null)
{
    private const int LargestReply = 64 << 20;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<XrdReply> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MemoryStream? _collected;
    private bool _isDetached;

    internal XrdCall(XrdRequestId request, byte[] parameters, string text, IXrdSink? sink = null, StallClock? clock = null)
        : this(request, parameters, Encoding.UTF8.GetBytes(text), sink, clock) { }

    internal Task<XrdReply> Reply => _done.Task;

    /// <summary>The server asked for patience: no reply is due before this time of the stopwatch.</summary>
    internal long NotBefore { get; private set; }

    /// <summary>Bytes of the whole request.</summary>
    internal int Length => 24 + payload.Length;

    internal void Write(Span<byte> target, ushort streamId)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target, streamId);
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)request);
        parameters.CopyTo(target[4..20]);
        BinaryPrimitives.WriteInt32BigEndian(target[20..], payload.Length);
        payload.CopyTo(target[24..]);
    }

    /// <summary>Takes a part of the reply.</summary>
    internal void Accept(XrdStatus status, ReadOnlySpan<byte> bytes)
    {
        clock?.Note();
        lock (_lock)
        {
            if (_isDetached) return;
            if (sink is not null && status is (XrdStatus.Ok or XrdStatus.Partial))
            {
                sink.Accept(bytes);
                return;
            }
            _collected ??= new MemoryStream();
            if (_collected.Length + bytes.Length > LargestReply) throw new InvalidDataException($"a reply to {request} is longer than {LargestReply} bytes");
            _collected.Write(bytes);
        }
    }

    /// <summary>The answer was put off; what was collected says by how many seconds.</summary>
    internal void PutOff()
    {
        lock (_lock)
        {
            var seconds = Math.Max(0, new XrdReply(XrdStatus.WaitForAnswer, _collected?.ToArray() ?? []).Number);
            _collected = null;
            NotBefore = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
            clock?.Grant(TimeSpan.FromSeconds(seconds));
        }
    }

    internal void Complete(XrdStatus status) => _done.TrySetResult(new XrdReply(status, _collected?.ToArray() ?? []));

    internal void Fail(Exception error)
    {
        Detach();
        _done.TrySetException(error);
    }

    /// <summary>Nobody waits any more: what still comes is dropped. When this returns, nothing more is written into the sink.</summary>
    internal void Cancel(CancellationToken cancellation)
    {
        Detach();
        _done.TrySetCanceled(cancellation);
    }

    private void Detach()
    {
        lock (_lock) _isDetached = true;
    }
}
