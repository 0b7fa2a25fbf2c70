using System.Buffers.Binary;
using System.Diagnostics;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <content>Receiving: one loop per connection, which gives each reply to the request it belongs to.</content>
internal sealed partial class XrdConnection
{
    private const int BufferSize = 256 * 1024;
    private const int HeaderSize = 8;
    private const int LargestAttention = 1 << 20;
    private const int AsynchronousReply = 5008;

    private async Task ReceiveAsync()
    {
        using var buffer = PooledBuffer.Rent(BufferSize);
        try
        {
            var (start, end) = (0, 0);
            while (true)
            {
                (start, end) = await FillAsync(buffer.Memory, start, end, HeaderSize).ConfigureAwait(false);
                var header = ReplyHeader.Decode(buffer.Span[start..]);
                start += HeaderSize;
                if (header.Status == XrdStatus.Attention)
                {
                    if (header.Length > LargestAttention) throw new InvalidDataException($"an unsolicited message of {header.Length} bytes");
                    var message = new byte[header.Length];
                    for (var filled = 0; filled < message.Length;)
                    {
                        (start, end) = await FillAsync(buffer.Memory, start, end, 1).ConfigureAwait(false);
                        var count = Math.Min(end - start, message.Length - filled);
                        buffer.Span.Slice(start, count).CopyTo(message.AsSpan(filled));
                        (filled, start) = (filled + count, start + count);
                    }
                    Attend(message);
                    continue;
                }
                var call = Find(header.Stream);
                for (var left = header.Length; left > 0;)
                {
                    (start, end) = await FillAsync(buffer.Memory, start, end, 1).ConfigureAwait(false);
                    var count = Math.Min(end - start, left);
                    call?.Accept(header.Status, buffer.Span.Slice(start, count));
                    (left, start) = (left - count, start + count);
                }
                if (call is not null) Finish(header, call);
            }
        }
        catch (Exception e)     // whatever it is, requests that wait must hear of it
        {
            Break(e);
        }
    }

    private async ValueTask<(int Start, int End)> FillAsync(Memory<byte> buffer, int start, int end, int least)
    {
        if (end - start >= least) return (start, end);
        buffer[start..end].CopyTo(buffer);
        (start, end) = (0, end - start);
        while (end < least)
        {
            var count = await _stream.ReadAsync(buffer[end..]).ConfigureAwait(false);
            if (count == 0) throw new EndOfStreamException("the server closed it");
            Volatile.Write(ref _silentSince, Stopwatch.GetTimestamp());
            end += count;
        }
        return (start, end);
    }

    private XrdCall? Find(ushort stream)
    {
        lock (_lock) return _calls.GetValueOrDefault(stream);
    }

    private void Finish(ReplyHeader header, XrdCall call)
    {
        if (header.Status == XrdStatus.Partial) return;
        if (header.Status == XrdStatus.WaitForAnswer)
        {
            call.PutOff();
            return;
        }
        lock (_lock) _calls.Remove(header.Stream);
        call.Complete(header.Status);
    }

    /// <summary>A message that answers no request directly: it may carry the answer to one that was put off.</summary>
    private void Attend(byte[] message)
    {
        if (message.Length < 8 + HeaderSize || BinaryPrimitives.ReadInt32BigEndian(message) != AsynchronousReply) return;
        var header = ReplyHeader.Decode(message.AsSpan(8));
        if (header.Length != message.Length - 8 - HeaderSize) throw new InvalidDataException("a late reply has the wrong length");
        if (Find(header.Stream) is not { } call) return;
        call.Accept(header.Status, message.AsSpan(8 + HeaderSize));
        Finish(header, call);
    }

    /// <summary>The first 8 bytes of a reply: streamid, status, dlen.</summary>
    private readonly record struct ReplyHeader(ushort Stream, XrdStatus Status, int Length)
    {
        internal static ReplyHeader Decode(ReadOnlySpan<byte> bytes)
        {
            var header = new ReplyHeader(BinaryPrimitives.ReadUInt16BigEndian(bytes), (XrdStatus)BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
                BinaryPrimitives.ReadInt32BigEndian(bytes[4..]));
            if (header.Length < 0) throw new InvalidDataException($"a reply of {header.Length} bytes");
            return header;
        }
    }
}
