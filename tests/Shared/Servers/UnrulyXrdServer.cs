using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Ristretto.Tests.Shared.Servers;

/// <summary>A request as an XRootD server sees it.</summary>
/// <param name="Stream">Stream number.</param>
/// <param name="Id">Number of the request.</param>
/// <param name="Parameters">Its 16 bytes of parameters.</param>
/// <param name="Text">What follows, as text.</param>
internal sealed record XrdRequest(ushort Stream, int Id, byte[] Parameters, string Text);

/// <summary>An XRootD server with one file that does what it is told instead of what it should.</summary>
internal sealed class UnrulyXrdServer : LoopbackServer
{
    internal const int Read = 3013, Open = 3010, VectorRead = 3025;

    private const int Ok = 0, Partial = 4000, Attention = 4001, Error = 4003, Redirect = 4004, Wait = 4005, WaitForAnswer = 4006;

    private readonly byte[] _content;

    internal UnrulyXrdServer(byte[] content)
    {
        _content = content;
        Start();
    }

    internal string Url => $"root://127.0.0.1:{Port}//data.root";

    /// <summary>What is done instead of answering, by number of the request; each is used once.</summary>
    internal ConcurrentDictionary<int, ConcurrentQueue<Action<NetworkStream, XrdRequest>>> Instead { get; } = new();

    /// <summary>The authentications that are asked for; empty for none.</summary>
    internal string Authentication { get; set; } = "";

    /// <summary>The texts of the requests to open.</summary>
    internal ConcurrentQueue<string> Opened { get; } = new();

    internal void Once(int request, Action<NetworkStream, XrdRequest> action) => Instead.GetOrAdd(request, static _ => new()).Enqueue(action);

    internal static void SayError(NetworkStream stream, XrdRequest request, int number, string text) => Reply(stream, request.Stream, Error, [.. Number(number), .. Encoding.UTF8.GetBytes(text), 0]);

    internal static void SayWait(NetworkStream stream, XrdRequest request, int seconds) => Reply(stream, request.Stream, Wait, [.. Number(seconds), .. "patience"u8]);

    internal static void SendTo(NetworkStream stream, XrdRequest request, string host, int port) => Reply(stream, request.Stream, Redirect, [.. Number(port), .. Encoding.UTF8.GetBytes(host)]);

    /// <summary>Says that the answer will come later, and sends it later.</summary>
    internal void AnswerLater(NetworkStream stream, XrdRequest request, TimeSpan pause)
    {
        Reply(stream, request.Stream, WaitForAnswer, [.. Number(30), .. "later"u8]);
        var later = new Thread(() =>
        {
            Thread.Sleep(pause);
            var answer = Wanted(request);
            var late = new byte[16 + answer.Length];
            BinaryPrimitives.WriteInt32BigEndian(late, 5008);
            BinaryPrimitives.WriteUInt16BigEndian(late.AsSpan(8), request.Stream);
            BinaryPrimitives.WriteInt32BigEndian(late.AsSpan(12), answer.Length);
            answer.CopyTo(late, 16);
            lock (stream) Reply(stream, 0, Attention, late);
        })
        {
            IsBackground = true,
        };
        later.Start();
    }

    /// <summary>Sends the answer to a read in pieces, the last of them empty.</summary>
    internal void AnswerInPieces(NetworkStream stream, XrdRequest request, TimeSpan pause)
    {
        var answer = Wanted(request);
        foreach (var piece in answer.Chunk(1 + (answer.Length / 10)))
        {
            Thread.Sleep(pause);
            Reply(stream, request.Stream, Partial, piece);
        }
        Reply(stream, request.Stream, Ok, []);
    }

    /// <summary>Sends more than was asked for.</summary>
    internal void AnswerTooMuch(NetworkStream stream, XrdRequest request) => Reply(stream, request.Stream, Ok, [.. Wanted(request), 1, 2, 3]);

    /// <summary>A reply whose length is negative.</summary>
    internal static void AnswerNonsense(NetworkStream stream, XrdRequest request) => stream.Write([.. Number(request.Stream << 16), 0xFF, 0xFF, 0xFF, 0xF0]);

    protected override void Serve(NetworkStream stream)
    {
        stream.ReadExactly(new byte[20]);
        Reply(stream, 0, Ok, [.. Number(0x511), .. Number(1)]);
        var head = new byte[24];
        while (true)
        {
            stream.ReadExactly(head);
            var data = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20))];
            stream.ReadExactly(data);
            var request = new XrdRequest(BinaryPrimitives.ReadUInt16BigEndian(head), BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)), head[4..20], Encoding.Latin1.GetString(data));
            if (request.Id == Open) Opened.Enqueue(request.Text);
            if (Instead.TryGetValue(request.Id, out var actions) && actions.TryDequeue(out var action)) action(stream, request);
            else lock (stream) Reply(stream, request.Stream, Ok, Wanted(request));
        }
    }

    private byte[] Wanted(XrdRequest request)
    {
        switch (request.Id)
        {
            case 3006: return [.. Number(0x511), .. Number(1)];
            case 3007: return [.. new byte[16], .. Encoding.UTF8.GetBytes(Authentication)];
            case Open: return [1, 2, 3, 4, .. new byte[8], .. Encoding.ASCII.GetBytes($"77 {_content.Length} 16 1700000000"), 0];
            case Read:
                var (offset, length) = ((int)BinaryPrimitives.ReadInt64BigEndian(request.Parameters.AsSpan(4)), BinaryPrimitives.ReadInt32BigEndian(request.Parameters.AsSpan(12)));
                return _content[offset..Math.Min(_content.Length, offset + length)];
            case VectorRead:
                var list = Encoding.Latin1.GetBytes(request.Text);
                // from the last to the first: the order is the server's
                return [.. list.Chunk(16).Reverse().SelectMany(element => element.Concat(
                    _content.AsSpan((int)BinaryPrimitives.ReadInt64BigEndian(element.AsSpan(8)), BinaryPrimitives.ReadInt32BigEndian(element.AsSpan(4))).ToArray()))];
            default: return [];
        }
    }

    private static void Reply(NetworkStream stream, ushort id, int status, byte[] data)
    {
        var reply = new byte[8 + data.Length];
        BinaryPrimitives.WriteUInt16BigEndian(reply, id);
        BinaryPrimitives.WriteUInt16BigEndian(reply.AsSpan(2), (ushort)status);
        BinaryPrimitives.WriteInt32BigEndian(reply.AsSpan(4), data.Length);
        data.CopyTo(reply, 8);
        stream.Write(reply);
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
