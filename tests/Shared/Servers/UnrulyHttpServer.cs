using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Ristretto.Tests.Shared.Servers;

/// <summary>What a server does instead of answering as it should.</summary>
internal enum HttpFault
{
    None,

    /// <summary>Half of the promised body, then the end of the connection.</summary>
    CutOff,

    /// <summary>Other bytes than asked for, honestly labelled.</summary>
    OtherRange,

    /// <summary>500.</summary>
    Failure,

    /// <summary>503 with Retry-After: 1.</summary>
    Busy,

    /// <summary>The connection is closed without a word.</summary>
    Close,

    /// <summary>Nothing is answered.</summary>
    Silence,

    /// <summary>Half of the body, then nothing more.</summary>
    HalfThenSilence,

    /// <summary>The body comes in small pieces with pauses.</summary>
    Drip,

    /// <summary>Several ranges are refused with 400.</summary>
    RefuseSeveral,

    /// <summary>Of several ranges only the first is sent.</summary>
    FirstOnly,

    /// <summary>Several ranges come in the opposite order, neighbours joined.</summary>
    Reordered,

    /// <summary>A multipart body without an end.</summary>
    NoLastBoundary,

    /// <summary>302 to the same address.</summary>
    Circle,
}

/// <summary>An HTTP server that behaves badly when told to.</summary>
internal sealed class UnrulyHttpServer : LoopbackServer
{
    private byte[] _content;
    private int _requests;

    internal UnrulyHttpServer(byte[] content)
    {
        _content = content;
        Start();
    }

    internal string Url => $"http://127.0.0.1:{Port}/data.root";

    /// <summary>Faults of the next requests, one each.</summary>
    internal ConcurrentQueue<HttpFault> Next { get; } = new();

    /// <summary>The fault of all other requests.</summary>
    internal HttpFault Always { get; set; }

    /// <summary>Requests that have come so far.</summary>
    internal int Requests => _requests;

    internal string Tag { get; private set; } = "\"first\"";

    /// <summary>Time between the pieces of <see cref="HttpFault.Drip"/>.</summary>
    internal TimeSpan DripPause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Replaces the file.</summary>
    internal void Replace(byte[] content) => (_content, Tag) = (content, "\"second\"");

    protected override void Serve(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (reader.ReadLine() is { Length: > 0 } first)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (reader.ReadLine() is { Length: > 0 } line) headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            Interlocked.Increment(ref _requests);
            var fault = Next.TryDequeue(out var next) ? next : Always;
            if (!Answer(stream, headers, fault)) return;
        }
    }

    private bool Answer(NetworkStream stream, Dictionary<string, string> headers, HttpFault fault)
    {
        switch (fault)
        {
            case HttpFault.Close: return false;
            case HttpFault.Silence: Thread.Sleep(Timeout.Infinite); return false;
            case HttpFault.Failure: Write(stream, "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n"); return true;
            case HttpFault.Busy: Write(stream, "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"); return true;
            case HttpFault.Circle: Write(stream, $"HTTP/1.1 302 Found\r\nLocation: {Url}\r\nContent-Length: 0\r\n\r\n"); return true;
            default: break;
        }
        var ranges = Ranges(headers);
        if (headers.TryGetValue("If-Range", out var tag) && tag != Tag) ranges = [];
        if (ranges.Count == 0)
        {
            Write(stream, $"HTTP/1.1 200 OK\r\nETag: {Tag}\r\nContent-Length: {_content.Length}\r\n\r\n");
            stream.Write(_content);
            return true;
        }
        if (ranges.Count > 1 && fault == HttpFault.RefuseSeveral)
        {
            Write(stream, "HTTP/1.1 400 Too many\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        if (fault == HttpFault.OtherRange) ranges = [.. ranges.Select(static range => (range.From - 1, range.To - 1))];
        return ranges.Count == 1 || fault == HttpFault.FirstOnly ? AnswerOne(stream, ranges[0], fault) : AnswerSeveral(stream, ranges, fault);
    }

    private bool AnswerOne(NetworkStream stream, (int From, int To) range, HttpFault fault)
    {
        var length = range.To - range.From + 1;
        Write(stream, $"HTTP/1.1 206 Partial\r\nETag: {Tag}\r\nContent-Range: bytes {range.From}-{range.To}/{_content.Length}\r\nContent-Length: {length}\r\n\r\n");
        return Body(stream, _content.AsSpan(range.From, length), fault);
    }

    private bool AnswerSeveral(NetworkStream stream, List<(int From, int To)> ranges, HttpFault fault)
    {
        if (fault == HttpFault.Reordered) ranges = Joined(ranges);
        using var body = new MemoryStream();
        foreach (var (from, to) in ranges)
        {
            Write(body, $"\r\n--x--y\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes {from}-{to}/{_content.Length}\r\n\r\n");
            body.Write(_content.AsSpan(from, to - from + 1));
        }
        if (fault != HttpFault.NoLastBoundary) Write(body, "\r\n--x--y--\r\n");
        Write(stream, $"HTTP/1.1 206 Partial\r\nETag: {Tag}\r\nContent-Type: multipart/byteranges; boundary=\"x--y\"\r\nContent-Length: {body.Length}\r\n\r\n");
        return Body(stream, body.GetBuffer().AsSpan(0, (int)body.Length), fault);
    }

    private bool Body(NetworkStream stream, ReadOnlySpan<byte> body, HttpFault fault)
    {
        switch (fault)
        {
            case HttpFault.CutOff:
                stream.Write(body[..(body.Length / 2)]);
                return false;
            case HttpFault.HalfThenSilence:
                stream.Write(body[..(body.Length / 2)]);
                Thread.Sleep(Timeout.Infinite);
                return false;
            case HttpFault.Drip:
                for (var at = 0; at < body.Length; at += 1 + (body.Length / 16))
                {
                    Thread.Sleep(DripPause);
                    stream.Write(body.Slice(at, Math.Min(1 + (body.Length / 16), body.Length - at)));
                }
                return true;
            default:
                stream.Write(body);
                return true;
        }
    }

    /// <summary>From the last to the first; of each two neighbours one part, with what lies between.</summary>
    private static List<(int, int)> Joined(List<(int From, int To)> ranges)
    {
        List<(int, int)> joined = [];
        for (var i = ranges.Count - 1; i >= 0; i -= 2) joined.Add(i == 0 ? ranges[0] : (ranges[i - 1].From, ranges[i].To));
        return joined;
    }

    private List<(int From, int To)> Ranges(Dictionary<string, string> headers)
    {
        if (!headers.TryGetValue("Range", out var value)) return [];
        return [.. value["bytes=".Length..].Split(',').Select(range => range.Trim().Split('-'))
            .Select(ends => (Number(ends[0]), Math.Min(Number(ends[1]), _content.Length - 1)))];

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));
}
