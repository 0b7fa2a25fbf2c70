using System.Net.Http.Headers;
using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>Reads the body of a reply with one range or, as <c>multipart/byteranges</c>, with several.</summary>
internal sealed class PartReader(Stream body, string path, Uri url, Action progress, CancellationToken cancellation)
{
    private const int BufferSize = 64 * 1024;
    private const int LongestLine = 8 * 1024;

    private PooledBuffer _buffer = null!;
    private int _start;
    private int _end;

    /// <summary>Reads all parts; a body that ends before its time leaves pieces unfilled only when no further part was announced.</summary>
    /// <exception cref="SourceException">The body is cut off, or makes no sense.</exception>
    internal async Task ReadAsync(HttpResponseMessage reply, RangeScatter scatter, Action<long?> checkTotal)
    {
        using var buffer = _buffer = PooledBuffer.Rent(BufferSize);
        var type = reply.Content.Headers.ContentType;
        if (type?.MediaType?.Equals("multipart/byteranges", StringComparison.OrdinalIgnoreCase) != true)
        {
            await ReadPartAsync(reply.Content.Headers.ContentRange, scatter, checkTotal).ConfigureAwait(false);
            return;
        }
        var boundary = type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        if (string.IsNullOrEmpty(boundary)) throw Wrong("parts without a boundary");
        var separator = $"--{boundary}";
        while (true)
        {
            var line = await ReadLineAsync().ConfigureAwait(false);
            while (line is not null && !line.StartsWith(separator, StringComparison.Ordinal)) line = await ReadLineAsync().ConfigureAwait(false);
            if (line is null) throw CutOff();
            if (line.AsSpan(separator.Length).StartsWith("--", StringComparison.Ordinal)) return;
            ContentRangeHeaderValue? range = null;
            while ((line = await ReadLineAsync().ConfigureAwait(false)) is { Length: > 0 })
            {
                if (line.StartsWith("Content-Range:", StringComparison.OrdinalIgnoreCase) && !ContentRangeHeaderValue.TryParse(line["Content-Range:".Length..].Trim(), out range))
                    throw Wrong($"a part with {line}");
            }
            if (line is null) throw CutOff();
            await ReadPartAsync(range, scatter, checkTotal).ConfigureAwait(false);
        }
    }

    private async Task ReadPartAsync(ContentRangeHeaderValue? range, RangeScatter scatter, Action<long?> checkTotal)
    {
        if (range is not { From: { } from, To: { } to } || to < from) throw Wrong("a part without its range");
        checkTotal(range.Length);
        for (var at = from; at <= to;)
        {
            var piece = scatter.Next(at, to + 1, out var target, out var count);
            if (piece < 0) await SkipAsync(count).ConfigureAwait(false);
            else await FillAsync(target).ConfigureAwait(false);
            scatter.Arrived(piece, at, count);
            at += count;
        }
    }

    private async Task FillAsync(Memory<byte> target)
    {
        var buffered = Math.Min(target.Length, _end - _start);
        _buffer.Memory.Slice(_start, buffered).CopyTo(target);
        _start += buffered;
        target = target[buffered..];
        while (!target.IsEmpty)
        {
            // small rests through the buffer, for what follows comes along; large ones straight to their place
            if (target.Length < BufferSize / 2)
            {
                if (!await MoreAsync().ConfigureAwait(false)) throw CutOff();
                var count = Math.Min(target.Length, _end - _start);
                _buffer.Memory.Slice(_start, count).CopyTo(target);
                (_start, target) = (_start + count, target[count..]);
            }
            else
            {
                var count = await ReceiveAsync(target).ConfigureAwait(false);
                if (count == 0) throw CutOff();
                target = target[count..];
            }
        }
    }

    private async Task SkipAsync(int count)
    {
        while (count > 0)
        {
            if (_start == _end && !await MoreAsync().ConfigureAwait(false)) throw CutOff();
            var step = Math.Min(count, _end - _start);
            (_start, count) = (_start + step, count - step);
        }
    }

    /// <summary>The next line without its end; null at the end of the body.</summary>
    private async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end && !await MoreAsync().ConfigureAwait(false)) return null;
            var newLine = _buffer.Span[_start.._end].IndexOf((byte)'\n');
            var count = newLine < 0 ? _end - _start : newLine;
            line.Append(Encoding.Latin1.GetString(_buffer.Span.Slice(_start, count)));
            _start += newLine < 0 ? count : count + 1;
            if (newLine >= 0) return line.ToString().TrimEnd('\r');
            if (line.Length > LongestLine) throw Wrong("a part with endless headers");
        }
    }

    private async Task<bool> MoreAsync()
    {
        (_start, _end) = (0, await ReceiveAsync(_buffer.Memory).ConfigureAwait(false));
        return _end > 0;
    }

    private async Task<int> ReceiveAsync(Memory<byte> target)
    {
        try
        {
            var count = await body.ReadAsync(target, cancellation).ConfigureAwait(false);
            if (count > 0) progress();
            return count;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new SourceException(path, $"the connection to {url.Authority} broke: {e.Message}", isRetryable: true, e);
        }
    }

    private SourceException CutOff() => new(path, $"{url.Authority} sent only a part of what was asked for", isRetryable: true);

    private SourceException Wrong(string what) => new(path, $"{url.Authority} sent {what}", isRetryable: true);
}
