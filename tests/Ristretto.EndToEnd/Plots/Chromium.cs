using System.Diagnostics;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Plots;

/// <summary>A headless Chromium with an empty profile of its own, driven through its debugging port. Ends with the object.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _profile;
    private readonly Process _process;
    private readonly DevTools _tools;

    private Chromium(TemporaryFolder profile, Process process, DevTools tools) => (_profile, _process, _tools) = (profile, process, tools);

    /// <summary>Starts the browser; the test is skipped, and counted as such, where there is none.</summary>
    internal static async Task<Chromium> StartAsync()
    {
        if (Find() is not { } program) throw Skip();
        var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var flag in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--force-device-scale-factor=1", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank",
        }) start.ArgumentList.Add(flag);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(profile, process, await DevTools.ConnectAsync(await AddressAsync(profile, process)));
    }

    /// <summary>Opens a page in a window of the given width.</summary>
    internal Task<BrowserPage> OpenAsync(string path, int width) => BrowserPage.OpenAsync(_tools, new Uri(path).AbsoluteUri, width);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _tools.DisposeAsync();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Dispose();
    }

    private static InvalidOperationException Skip()
    {
        Assert.Skip("no chromium on this machine; install the package chromium");
        return new InvalidOperationException();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    // The browser writes the port and the path of its socket into the profile.
    private static async Task<Uri> AddressAsync(TemporaryFolder profile, Process process)
    {
        var file = Path.Combine(profile.Path, "DevToolsActivePort");
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < s_patience;)
        {
            if (process.HasExited) throw new InvalidOperationException($"chromium ended at once with exit code {process.ExitCode}");
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is [var port, var path, ..]) return new($"ws://127.0.0.1:{port}{path}");
            await Task.Delay(50);
        }

        throw new TimeoutException("chromium did not open its debugging port");
    }
}
