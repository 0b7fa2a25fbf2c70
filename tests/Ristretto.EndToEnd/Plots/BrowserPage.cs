using System.Text.Json.Nodes;

namespace Ristretto.EndToEnd.Plots;

/// <summary>A loaded page: what stands in it, what it looks like, what went wrong.</summary>
internal sealed class BrowserPage
{
    private readonly DevTools _tools;
    private readonly string _session;

    private BrowserPage(DevTools tools, string session) => (_tools, _session) = (tools, session);

    internal static async Task<BrowserPage> OpenAsync(DevTools tools, string address, int width)
    {
        tools.ForgetEvents();
        var target = await tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" });
        var attached = await tools.SendAsync("Target.attachToTarget", new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true });
        var page = new BrowserPage(tools, attached["sessionId"]!.GetValue<string>());
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" }) await page.SendAsync(domain + ".enable");
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 1000, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        tools.ForgetEvents();
        await page.SendAsync("Page.navigate", new() { ["url"] = address });
        await tools.WaitForAsync("Page.loadEventFired");
        return page;
    }

    /// <summary>Errors and warnings of the console, exceptions of scripts, and what the browser itself complains about.</summary>
    internal IReadOnlyList<string> Complaints => [.. _tools.Events.Where(IsComplaint).Select(entry => entry.Parameters.ToJsonString())];

    /// <summary>The addresses that the page has asked for.</summary>
    internal IReadOnlyList<string> Requests =>
        [.. _tools.Events.Where(entry => entry.Method == "Network.requestWillBeSent").Select(entry => entry.Parameters["request"]!["url"]!.GetValue<string>())];

    /// <summary>The value of an expression in the page, which must be plain data.</summary>
    internal async Task<JsonNode> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        if (answer["exceptionDetails"] is { } exception) throw new InvalidOperationException($"{expression}: {exception.ToJsonString()}");
        return answer["result"]!["value"]!;
    }

    /// <summary>A picture of a part of the page.</summary>
    internal async Task<PngPixels> PictureAsync(JsonNode box)
    {
        var clip = new JsonObject { ["scale"] = 1 };
        foreach (var side in new[] { "x", "y", "width", "height" }) clip[side] = box[side]!.GetValue<double>();
        var answer = await SendAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true, ["clip"] = clip });
        return PngPixels.Decode(Convert.FromBase64String(answer["data"]!.GetValue<string>()));
    }

    private Task<JsonNode> SendAsync(string method, JsonObject? parameters = null) => _tools.SendAsync(method, parameters, _session);

    private static bool IsComplaint((string Method, JsonNode Parameters) entry) => entry.Method switch
    {
        "Runtime.exceptionThrown" => true,
        "Runtime.consoleAPICalled" => entry.Parameters["type"]!.GetValue<string>() is "error" or "warning" or "assert",
        "Log.entryAdded" => entry.Parameters["entry"]!["level"]!.GetValue<string>() is "error" or "warning",
        "Network.loadingFailed" => true,
        _ => false,
    };
}
