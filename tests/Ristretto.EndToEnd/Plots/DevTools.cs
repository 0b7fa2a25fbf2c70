using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ristretto.EndToEnd.Plots;

/// <summary>Commands and events of Chromium's DevTools protocol over one socket.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _waiting = [];
    private readonly ConcurrentQueue<(string Method, JsonNode Parameters)> _events = [];
    private readonly CancellationTokenSource _end = new();
    private Task _listening = Task.CompletedTask;
    private int _last;

    /// <summary>Everything that the browser has told so far.</summary>
    internal IEnumerable<(string Method, JsonNode Parameters)> Events => _events;

    internal static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, tools._end.Token);
        tools._listening = tools.ListenAsync();
        return tools;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    internal async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) command["sessionId"] = session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(command), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        return await answer.Task.WaitAsync(s_patience);
    }

    /// <summary>Waits until an event has come.</summary>
    internal async Task WaitForAsync(string method)
    {
        for (var waited = TimeSpan.Zero; !_events.Any(entry => entry.Method == method); waited += TimeSpan.FromMilliseconds(20))
        {
            if (waited > s_patience) throw new TimeoutException($"chromium did not tell {method}");
            await Task.Delay(20);
        }
    }

    internal void ForgetEvents() => _events.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[1 << 16];
        while (!_end.IsCancellationRequested)
        {
            using var message = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            var node = JsonNode.Parse(message.ToArray())!;
            if (node["id"] is { } id && _waiting.TryRemove(id.GetValue<int>(), out var answer))
            {
                if (node["error"] is { } error) answer.SetException(new InvalidOperationException(error.ToJsonString()));
                else answer.SetResult(node["result"]!);
            }
            else if (node["method"] is { } method)
            {
                _events.Enqueue((method.GetValue<string>(), node["params"]!));
            }
        }
    }
}
